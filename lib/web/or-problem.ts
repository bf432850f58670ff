import { AppError, type ErrorCode } from '#lib/kit/errors.ts'
import type { Outcome } from '#lib/kit/outcome.ts'

/** The value of an outcome whose reasons are codes of the error table; a failure becomes the problem page of its code. */
export const orProblem = <T>(outcome: Outcome<T, ErrorCode>): T => {
  if (!outcome.ok) throw new AppError(outcome.reason)
  return outcome.value
}
