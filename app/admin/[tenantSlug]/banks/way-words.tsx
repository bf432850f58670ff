import type { BankWay } from '#lib/console/banks/bank.ts'
import { type Language, localeOf, type Messages, type Translate } from '#lib/kit/i18n.ts'
import { Mark, type MarkTone } from '../../_ui/mark.tsx'

type Standing = 'off' | 'closed' | 'open' | 'half_open' | 'untried'

const tones: Readonly<Record<Standing, MarkTone>> = {
  off: 'plain',
  closed: 'good',
  open: 'bad',
  half_open: 'busy',
  untried: 'plain',
}

const standingOf = ({ route, health }: BankWay): Standing => {
  if (route?.disabledAt) return 'off'
  return health === null ? 'untried' : health.breaker
}

export const WayStanding = ({ way, t }: { readonly way: BankWay; readonly t: Translate }) => {
  const standing = standingOf(way)
  return <Mark tone={tones[standing]}>{t(`console.banks.standings.${standing}`)}</Mark>
}

type Words = { readonly language: Language; readonly t: Translate }

/** How many of the tries were answered; a dash where nobody tried. */
export const successWords = ({ health }: BankWay, { language, t }: Words): string => {
  if (health === null || health.answered + health.failed === 0) return '–'
  const rate = new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(health.successRate)
  return t('console.banks.successOf', { rate, count: health.answered + health.failed })
}

/** Why it failed last, as the person read it. */
export const failureWords = (fault: string, institution: string, t: Translate): string => {
  const key = `faults.${fault as keyof Messages['faults']}.title` as const
  return t.has(key) ? t(key, { institution }) : fault
}

/** The name of a connector; one that nobody has named yet by its id. */
export const connectorWords = (connectorId: string, t: Translate): string => {
  const key = `console.banks.connectors.${connectorId as 'fdx'}` as const
  return t.has(key) ? t(key) : connectorId
}
