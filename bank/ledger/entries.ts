import { idFrom, roll, rollBetween } from '../dice.ts'
import type { Account } from './account.ts'
import { addMonths, dayNumber, daysOf, lastDayOf, monthNumber, monthOf, monthsBetween } from './calendar.ts'
import { type Flow, flows } from './flows.ts'

/** A posted movement and the balance it left behind, in signed cents. */
export type Entry = {
  readonly id: string
  readonly day: string
  readonly text: string
  readonly cents: number
  readonly balanceCents: number
}

type Movement = Omit<Entry, 'balanceCents'>

const openingOf = ({ plan }: Account, month: string): number =>
  plan.opensAtCents + plan.growsByCents * (monthNumber(month) % plan.cycleMonths)

const happensOn = ({ when }: Flow, seed: string, day: string): boolean => {
  if ('every' in when) return dayNumber(day) % 14 === rollBetween(seed, 0, 13)
  if ('dayOfMonth' in when) return Number(day.slice(8)) === when.dayOfMonth
  return roll(`${seed}/${day}/happens`) < when.chance
}

const movementsOn = (account: Account, day: string): readonly Movement[] =>
  flows[account.plan.flows].flatMap((flow: Flow, place): Movement[] => {
    const seed = `${account.seed}/flow/${place}`
    if (!happensOn(flow, seed, day)) return []
    const cents = rollBetween(flow.isFixed ? seed : `${seed}/${day}/cents`, ...flow.cents)
    const words = flow.says[rollBetween(`${seed}/${day}/says`, 0, flow.says.length - 1)]
    return [{ id: idFrom(`${seed}/${day}`), day, text: words?.[account.language] ?? '', cents }]
  })

/** Carries the month to the balance at which the next one opens, so no balance drifts over the years. */
const settlement = (account: Account, month: string, leftCents: number): readonly Movement[] => {
  const cents = openingOf(account, addMonths(month, 1)) - leftCents
  if (cents === 0) return []
  const words = cents > 0 ? account.plan.settles.in : account.plan.settles.out
  const day = lastDayOf(month)
  return [{ id: idFrom(`${account.seed}/settlement/${month}`), day, text: words[account.language], cents }]
}

const entriesOfMonth = (account: Account, month: string): readonly Entry[] => {
  const opening = openingOf(account, month)
  const movements = daysOf(month).flatMap((day) => movementsOn(account, day))
  const left = movements.reduce((cents, movement) => cents + movement.cents, opening)
  let balanceCents = opening
  return [...movements, ...settlement(account, month, left)].map((movement) => {
    balanceCents += movement.cents
    return { ...movement, balanceCents }
  })
}

/**
 * The movements from one day to another, both included, oldest first. A pure function of account and days: a
 * later `to` only adds entries at the end.
 */
export const entriesBetween = (account: Account, from: string, to: string): readonly Entry[] =>
  monthsBetween(from, to)
    .flatMap((month) => entriesOfMonth(account, month))
    .filter(({ day }) => day >= from && day <= to)

/** The balance in cents when the day has ended. */
export const balanceAtEndOf = (account: Account, day: string): number =>
  entriesBetween(account, `${monthOf(day)}-01`, day).at(-1)?.balanceCents ?? openingOf(account, monthOf(day))
