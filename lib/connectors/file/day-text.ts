import { fold } from './fold-text.ts'

type Order = 'ymd' | 'mdy' | 'dmy'

const months = [
  ['jan', 'janv', 'january', 'janvier'],
  ['feb', 'fev', 'fevr', 'february', 'fevrier'],
  ['mar', 'mars', 'march'],
  ['apr', 'avr', 'april', 'avril'],
  ['may', 'mai'],
  ['jun', 'juin', 'june'],
  ['jul', 'juil', 'july', 'juillet'],
  ['aug', 'aou', 'aout', 'august'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre'],
]

/** The day, if the calendar has it and a bank may have written it. */
const realDay = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1970 && year < 2100 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal ? at.toISOString().slice(0, 10) : null
}

/** `20250131`, with whatever time and zone behind it: the day is the bank's own. */
export const compactDayOf = (text: string): string | null => {
  const found = text.trim().match(/^(\d{4})(\d{2})(\d{2})(\d{2,6}(\.\d+)?)?\s*(\[.*\])?$/)
  return found && realDay(Number(found[1]), Number(found[2]), Number(found[3]))
}

const byOrder = ([one = 0, two = 0, three = 0]: readonly number[], order: Order): string | null => {
  if (order === 'ymd') return realDay(one, two, three)
  return order === 'mdy' ? realDay(three, one, two) : realDay(three, two, one)
}

/** `2 Jan 2025`, `Jan 2, 2025`, `02-janv.-2025`. */
const namedDayOf = (text: string): string | null => {
  const words = fold(text).split(' ')
  const month = months.findIndex((names) => words.some((word) => names.includes(word)))
  const [first = '', second = '', ...others] = words.filter((word) => /^\d+$/.test(word))
  if (words.length !== 3 || month < 0 || others.length > 0) return null
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return realDay(Number(year), month + 1, Number(day))
}

const dayIn = (text: string, order: Order): string | null => {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  if (day.length > 20) return null
  const found = day.match(/^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/)
  if (!found) return order === 'ymd' ? (compactDayOf(day) ?? namedDayOf(day)) : null
  return byOrder(found.slice(1, 4).map(Number), order)
}

const changesOf = (days: readonly string[]): number => {
  const [ups, downs] = [1, -1].map(
    (way) => days.filter((day, at) => at > 0 && day.localeCompare(days[at - 1] ?? '') === way).length,
  )
  return Math.min(ups ?? 0, downs ?? 0)
}

/**
 * A column of days in one order, each null where it is none. `03/04/2025` alone does not say which it is: the order
 * counts that reads the most of them as days not after `today`, then the one in which they run one way, then the
 * country's own.
 */
export const daysOf = (
  column: readonly string[],
  today: string,
  prefersDayFirst: boolean,
): readonly (string | null)[] => {
  const orders: Order[] = prefersDayFirst ? ['ymd', 'dmy', 'mdy'] : ['ymd', 'mdy', 'dmy']
  const readings = orders.map((order) => {
    const days = column.map((text) => dayIn(text, order))
    const real = days.filter((day) => day !== null)
    return { days, past: real.filter((day) => day <= today).length, changes: changesOf(real) }
  })
  const [best] = readings.toSorted((a, b) => b.past - a.past || a.changes - b.changes)
  return best?.days ?? []
}
