/** Days are `YYYY-MM-DD` and months `YYYY-MM`, in UTC: as text they sort as they follow. */
const dayMs = 86_400_000

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs)

export const addDays = (day: string, count: number): string =>
  dayOf(new Date((dayNumber(day) + count) * dayMs))

export const monthOf = (day: string): string => day.slice(0, 7)

export const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

export const addMonths = (month: string, count: number): string => {
  const number = monthNumber(month) + count
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}

export const lastDayOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1)

export const daysOf = (month: string): readonly string[] =>
  Array.from({ length: Number(lastDayOf(month).slice(8)) }, (_, index) => addDays(`${month}-01`, index))

export const monthsBetween = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, monthNumber(monthOf(to)) - monthNumber(monthOf(from)) + 1) }, (_, index) =>
    addMonths(monthOf(from), index),
  )
