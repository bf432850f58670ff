import type { Institution } from './institution.ts'
import type { Routes } from './route.ts'

/** The institution of those whose own is not listed: they can bring files of it, and nothing else. */
export const unlistedId = 10_999

/** Which institutions one tenant shows: the shape of `institutionRules` in its flow policy. */
export type ListingRules = {
  /** `all` shows also those that no connector reaches on this installation. */
  readonly listed: 'connectable' | 'all'
  readonly countries: readonly string[]
  readonly hidden: readonly number[]
  /** First in the list, in this order, while nothing is searched for. */
  readonly featured: readonly number[]
  /** The ways that may be gone; none named, or nothing said, means any. */
  readonly connectors?: readonly string[]
}

/** `routes` are the tenant's own: they make an institution connectable that is not so for everybody. */
export type Listing = { readonly rules: ListingRules; readonly isDemo: boolean; readonly routes: Routes }

/**
 * True when a visit may see and choose this institution. A demo sees the test institutions alone; the countries of the
 * rules are about real banks, for a test institution stands in for a bank of any country.
 */
export const isListed = (
  { id, connectorId, country, isTest }: Institution,
  { rules, isDemo }: Omit<Listing, 'routes'>,
): boolean => {
  // Stands for a bank that is not in the directory: offered by itself, and found by no search.
  if (id === unlistedId) return false
  if (rules.hidden.includes(id) || (isDemo && !isTest)) return false
  if (!isTest && !rules.countries.includes(country)) return false
  return connectorId !== null || rules.listed === 'all'
}

/** What the tenant features comes first, in its order; the rest stays as it was. */
export const featuredFirst = (
  institutions: readonly Institution[],
  featured: readonly number[],
): readonly Institution[] => {
  if (featured.length === 0) return institutions
  const places = new Map(featured.map((id, place) => [id, place]))
  const placeOf = ({ id }: Institution): number => places.get(id) ?? featured.length
  return institutions.toSorted((one, other) => placeOf(one) - placeOf(other))
}
