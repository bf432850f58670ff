import { addMonths, monthOf } from './ledger/calendar.ts'

const monthsOffered = 12

/** The months that have a statement, newest first: whole months before the present one. */
export const statementMonths = (today: string): readonly string[] =>
  Array.from({ length: monthsOffered }, (_, index) => addMonths(monthOf(today), -1 - index))
