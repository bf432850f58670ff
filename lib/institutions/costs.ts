import type { SearchIndex } from './search-index.ts'

/**
 * Costs by place in `institutions`, the least is the best, and the places that have one. A list as long as the
 * directory and no map: half of it may bear a word, and it is one list of small numbers.
 */
export type Costs = { readonly of: Int16Array; readonly places: number[] }

/** The cost of a place that has none. */
export const none = 0x7fff

export const noCosts = ({ institutions }: SearchIndex): Costs => ({
  of: new Int16Array(institutions.length).fill(none),
  places: [],
})

/** The least that was offered stands. */
export const offer = ({ of, places }: Costs, at: number, cost: number): void => {
  const known = of[at] ?? none
  if (known === none) places.push(at)
  if (cost < known) of[at] = cost
}

/** Steps of popularity that are worth as much as one of cost. */
const popularitySteps = 20

/** Far more places than a directory has. */
const mostPlaces = 2 ** 24

/**
 * The places, best first, the more popular before its like. Rank and place are in one number each: numbers are sorted
 * without asking anybody, many times as fast.
 */
export const ranked = ({ institutions }: SearchIndex, costs: Costs): Float64Array => {
  const order = new Float64Array(costs.places.length)
  costs.places.forEach((at, next) => {
    const popularity = institutions[at]?.popularity ?? 0
    order[next] = ((costs.of[at] ?? 0) * popularitySteps - popularity) * mostPlaces + at
  })
  return order.sort().map((rank) => rank - Math.floor(rank / mostPlaces) * mostPlaces)
}
