import { smallestGroup } from './funnel.ts'

type Countable = { readonly visits: number }

/** What may be shown of a breakdown: groups that are large enough, and the others in one that is too, or in none. */
export type Shown<T> = {
  readonly groups: readonly T[]
  /** The groups that are shown together, as one; empty where none had to be. */
  readonly together: readonly T[]
}

/**
 * Keeps groups that are too small out of sight. A single small group could be read off as what the total leaves over, so
 * the small ones go together, and with the smallest of the others for as long as they are too few all the same.
 */
export const hideSmall = <T extends Countable>(groups: readonly T[]): Shown<T> => {
  const bySize = groups.toSorted((a, b) => b.visits - a.visits)
  let kept = bySize.findLastIndex(({ visits }) => visits >= smallestGroup) + 1
  const left = () => bySize.slice(kept)
  const sum = () => left().reduce((total, { visits }) => total + visits, 0)
  while (kept > 0 && left().length > 0 && sum() < smallestGroup) kept -= 1
  return { groups: bySize.slice(0, kept), together: left() }
}
