import { succeeded } from '#lib/kit/outcome.ts'
import { lineOf, type Reading, type Typed, wrong } from './reading.ts'

/** Below this age nobody agrees for themselves (QC5). */
export const youngestAge = 14
const oldestAge = 120

const controls = {
  day: 'dateOfBirth-day',
  month: 'dateOfBirth-month',
  year: 'dateOfBirth-year',
} as const

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\./gu, '')
    .toLowerCase()

const monthNames: ReadonlyMap<string, number> = new Map(
  ['en-CA', 'fr-CA'].flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })
      return Array.from(
        { length: 12 },
        (_, index) => [plain(format.format(Date.UTC(2000, index, 1))), index + 1] as const,
      )
    }),
  ),
)

/** `3`, `03`, `March`, `mars`. */
const monthOf = (text: string): number => monthNames.get(plain(text)) ?? Number(text)

const isReal = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whole years from `birth` to `today`, both `YYYY-MM-DD`. */
const ageAt = (birth: string, today: string): number =>
  Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0)

const judge = (birth: string, now: Date): Reading<string> => {
  // The day as it is where it is latest, so that nobody is refused on their birthday.
  const today = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
  if (birth > today) return wrong(controls.day, 'birth_future')
  const age = ageAt(birth, today)
  if (age < youngestAge) return wrong(controls.day, 'birth_too_young', { age: youngestAge })
  return age > oldestAge ? wrong(controls.year, 'birth_too_old') : succeeded(birth)
}

/** Three fields, as people know their birthday, into `YYYY-MM-DD`. Each way to be wrong points to its own field. */
export const readBirth = (typed: Typed, now: Date): Reading<string> => {
  const [day, month, year] = [
    lineOf(typed, controls.day),
    lineOf(typed, controls.month),
    lineOf(typed, controls.year),
  ]
  if (`${day}${month}${year}` === '') return succeeded(null)
  if (day === '') return wrong(controls.day, 'birth_day_missing')
  if (month === '') return wrong(controls.month, 'birth_month_missing')
  if (year === '') return wrong(controls.year, 'birth_year_missing')
  if (!/^\d{4}$/.test(year)) return wrong(controls.year, 'birth_year_short')
  const [d, m, y] = [Number(day), monthOf(month), Number(year)]
  const isDate = Number.isInteger(d) && Number.isInteger(m) && isReal(y, m, d)
  if (!isDate) return wrong(controls.day, 'birth_invalid')
  return judge(new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10), now)
}
