import { type ErrorCode, errorTable } from './errors.ts'
import type { Translate } from './i18n.ts'

/** One error told in full: never a dead end (O13). Texts may hold `code` in backticks and nothing else. */
export type ErrorGuide = {
  readonly code: ErrorCode
  readonly title: string
  readonly text: string
  /** Label and text, in the order of reading. */
  readonly rows: readonly (readonly [string, string])[]
}

const isCode = (text: string): text is ErrorCode => Object.hasOwn(errorTable, text)

/** The code that an address names; null for anything else. */
export const findErrorCode = (text: string): ErrorCode | null => (isCode(text) ? text : null)

export const errorCodes = Object.keys(errorTable).filter(isCode)

/** A code that has no words of its own for programmers is told by those for people. */
const wordsOf = (code: ErrorCode, part: 'cause' | 'remedy', t: Translate): string | null => {
  const key = `errorGuide.of.${code}.${part}`
  return t.has(key as never) ? t(key as never) : null
}

export const errorGuide = (code: ErrorCode, t: Translate): ErrorGuide => {
  const { status, fixer, next, retry } = errorTable[code]
  // Only a refusal that the clock ends takes an argument; a guide tells of the shortest.
  const text = t(`errors.${code}.text`, { minutes: 1, tenant: t('errors.someone') })
  return {
    code,
    title: t(`errors.${code}.title`),
    text,
    rows: [
      [t('errorGuide.code'), `\`${code}\``],
      [t('errorGuide.status'), String(status)],
      [t('errorGuide.cause'), wordsOf(code, 'cause', t) ?? text],
      [t('errorGuide.remedy'), wordsOf(code, 'remedy', t) ?? text],
      [t('errorGuide.fixer'), t(`errorGuide.fixers.${fixer}`)],
      [t('errorGuide.next'), t(`errors.actions.${next}`)],
      [t('errorGuide.retry'), t(retry ? 'errorGuide.retryYes' : 'errorGuide.retryNo')],
    ],
  }
}
