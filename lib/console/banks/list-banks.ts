import { listWayHealth } from '#lib/flow/list-way-health.ts'
import {
  findInstitution,
  findInstitutionByKey,
  listInstitutions,
  searchInstitutions,
} from '#lib/institutions/institution-store.ts'
import { listRoutes } from '#lib/institutions/route-store.ts'
import type { Language } from '#lib/kit/i18n.ts'
import type { Desk } from '../desk.ts'
import { type Bank, bankOf } from './bank.ts'

/** Success is told of a week: long enough to be no chance, short enough to be about now. */
export const healthDays = 7
const mostFound = 20

/** Every institution of the directory, whatever the tenant shows to its customers. */
const everything = { rules: { listed: 'all', countries: ['CA', 'US'], hidden: [], featured: [] } } as const

const findIds = async (typed: string, language: Language): Promise<number[]> => {
  const named = await findInstitutionByKey(typed)
  const listing = { ...everything, isDemo: false, routes: new Map() }
  const asked = { query: typed, language, listing, healthOf: () => null, limit: mostFound }
  const { rows } = await searchInstitutions(asked)
  return [...new Set([...(named ? [named.id] : []), ...rows.map(({ id }) => id)])]
}

/**
 * Banks with the ways to them: where nothing is typed, those with a route of the tenant's own and those that somebody
 * tried lately; else what the directory finds.
 */
export const listBanks = async (
  { db }: Desk<'banks.view'>,
  asked: { readonly typed: string; readonly language: Language; readonly now: Date },
): Promise<readonly Bank[]> => {
  const { typed, language, now } = asked
  const [routes, health] = await Promise.all([listRoutes(db), listWayHealth(db, now, healthDays)])
  const inUse = new Set([...routes, ...health].map(({ institutionId }) => institutionId))
  const ids = typed === '' ? inUse : new Set(await findIds(typed, language))
  const known = new Map((await listInstitutions()).map((one) => [one.id, one]))
  return [...ids].flatMap((id) => {
    const institution = known.get(id)
    return institution ? [bankOf(institution, routes, health)] : []
  })
}

export const readBank = async ({ db }: Desk<'banks.view'>, id: number, now: Date): Promise<Bank | null> => {
  const institution = await findInstitution(id)
  if (!institution) return null
  const [routes, health] = await Promise.all([listRoutes(db), listWayHealth(db, now, healthDays)])
  return bankOf(institution, routes, health)
}
