import type { Dimension } from '#lib/funnel/funnel.ts'
import { type Language, localeOf, type Messages, type Translate } from '#lib/kit/i18n.ts'

/** `42 %`, as the language writes it. */
export const shareText = (part: number, of: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(of === 0 ? 0 : part / of)

export const numberText = (number: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language)).format(number)

/** The words of a group: of the ids that a dimension knows, the names. */
export const groupName = (
  by: Dimension,
  value: string,
  { institutions, t }: { institutions: ReadonlyMap<string, string>; t: Translate },
): string => {
  if (by === 'institution') return institutions.get(value) ?? t('console.funnel.noInstitution')
  if (by === 'device') return t(`console.devices.${value as 'phone'}`)
  if (by === 'front') return t(`console.fronts.${value as 'api'}`)
  if (by === 'preset') return t(`console.presets.${value as 'express'}`)
  return by === 'language' ? t(`languages.${value as 'en'}`) : value
}

/** The words that a person read, where they hold no more than a number; it stands for any. */
const anyNumbers = { max: '…', age: '…', triesLeft: 0, seconds: 60 } as const

export const problemName = (problem: string, t: Translate): string => {
  const fault = `faults.${problem as keyof Messages['faults']}.title` as const
  if (t.has(fault)) return t(fault, { institution: t('console.visits.theBank') })
  const field = `fieldErrors.${problem as keyof Messages['fieldErrors']}` as const
  return t.has(field) ? t(field, anyNumbers as never) : problem
}
