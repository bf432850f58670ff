import type { Messages, Translate } from '#lib/kit/i18n.ts'
import type { Fault } from './faults.ts'

type FindingCode = keyof Messages['findings']
type TroubleCode = keyof Messages['findingTroubles']

/**
 * One thing that was found when settings were tried; never a secret. Its words, for whoever set them up, stand in the
 * catalogues under `findings`. `trouble` says what went wrong on the way to an address.
 */
export type Finding = {
  readonly isGood: boolean
  readonly code: FindingCode
  readonly values?: Readonly<Record<string, string | number>>
  readonly trouble?: Fault
}

type Values = Finding['values']

export const found = (isGood: boolean, code: FindingCode, values: Values = {}): Finding => ({
  isGood,
  code,
  values,
})
export const good = (code: FindingCode, values?: Values): Finding => found(true, code, values)
export const bad = (code: FindingCode, values?: Values): Finding => found(false, code, values)

export const troubled = (code: FindingCode, trouble: Fault, values: Values = {}): Finding => ({
  ...bad(code, values),
  trouble,
})

const troubleText = ({ code, detail }: Fault, t: Translate): string => {
  const key = `findingTroubles.${code as TroubleCode}` as const
  const text = t.has(key) ? t(key) : code
  return detail === undefined ? text : `${text} (${detail})`
}

/** In words. What the other side itself said stands in brackets, as it said it. */
export const findingText = ({ code, values, trouble }: Finding, t: Translate): string =>
  t(`findings.${code}`, { ...values, trouble: trouble ? troubleText(trouble, t) : '' } as never)
