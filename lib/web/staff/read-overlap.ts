import { type OverlapHours, overlapHours } from '#lib/console/keys/rotate-api-key.ts'
import { AppError } from '#lib/kit/errors.ts'
import type { Form } from '../read-form.ts'

/** The overlap that a form asks for. Throws `bad_request` for one that is not offered. */
export const readOverlap = (form: Form): OverlapHours => {
  const hours = overlapHours.find((one) => String(one) === form.get('hours'))
  if (hours === undefined) throw new AppError('bad_request')
  return hours
}
