import { AppError } from '#lib/kit/errors.ts'
import type { Outcome } from '#lib/kit/outcome.ts'

/** The value, or `not_found`: what is gone, and what is another tenant's, are the same (S4). */
export const orUnknown = <T>(outcome: Outcome<T, 'unknown'>): T => {
  if (!outcome.ok) throw new AppError('not_found')
  return outcome.value
}

export const orNotFound = <T>(found: T | null | false): T => {
  if (found === null || found === false) throw new AppError('not_found')
  return found
}
