import type { FieldError, Frame } from '#lib/flow/view.ts'
import type { Messages, Translate } from '#lib/kit/i18n.ts'

type ErrorKey = keyof Messages['fieldErrors']
type NoticeKey = keyof Messages['notices']

/** An error in words. A code that no catalogue knows still says something true. */
export const errorText = ({ code, values }: FieldError, t: Translate): string => {
  const key = `fieldErrors.${code as ErrorKey}` as const
  return t.has(key) ? t(key, values) : t('fieldErrors.invalid')
}

/** The first error of a field, or undefined. */
export const errorOf = (frame: Frame, field: string, t: Translate): string | undefined => {
  const error = frame.flash?.errors.find((candidate) => candidate.field === field)
  return error && errorText(error, t)
}

/** What was typed last, else what is known (A2). */
export const typedOr = (frame: Frame, field: string, known: string): string =>
  frame.flash?.values[field] ?? known

export const noticeText = (frame: Frame, t: Translate): string | null => {
  const notice = frame.flash?.notice
  const key = `notices.${notice as NoticeKey}` as const
  return notice !== undefined && t.has(key) ? t(key) : null
}
