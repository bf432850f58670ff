import { z } from 'zod'
import { addDays } from '../ledger/calendar.ts'
import { FdxError } from './fdx-error.ts'

const daysKept = 730
const usualDays = 7

const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/u)
  .transform((text) => text.slice(0, 10))
  .pipe(z.iso.date())

const rangeSchema = z.object({
  startTime: daySchema.optional(),
  endTime: daySchema.optional(),
  startDate: daySchema.optional(),
  endDate: daySchema.optional(),
})

/**
 * The days asked for, both included. FDX: both ends or none, in order; without them the last week. What is older
 * than the bank keeps, or than the consent allows, is cut off, not refused.
 */
export const dateRange = (
  query: Readonly<Record<string, string>>,
  today: string,
  lookbackDays: number | null,
) => {
  const asked = rangeSchema.parse(query)
  const first = asked.startTime ?? asked.startDate
  const last = asked.endTime ?? asked.endDate
  if (first === undefined && last === undefined) return { first: addDays(today, 1 - usualDays), last: today }
  if (first === undefined || last === undefined || first > last) throw new FdxError('invalid_range')
  const [, from = first] = [first, addDays(today, 1 - Math.min(daysKept, lookbackDays ?? daysKept))].sort()
  const [to = last] = [last, today].sort()
  return { first: from, last: to }
}
