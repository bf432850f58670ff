import { sharedTables } from '#lib/db/scope-doors.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { fold } from './fold.ts'
import type { Health } from './health.ts'
import { type Institution, type Language, type ShownInstitution, toInstitutionRow } from './institution.ts'
import { featuredFirst, isListed, type Listing } from './listing.ts'
import { asRouted } from './route.ts'
import { search } from './search.ts'
import { buildSearchIndex, type SearchIndex } from './search-index.ts'

/** The whole directory in memory. `version` changes whenever a row does. */
export type Directory = {
  readonly version: string
  readonly byId: ReadonlyMap<number, Institution>
  readonly index: SearchIndex
}

/** How long another process may go on without a change of the directory. */
const checkEveryMs = 5 * secondMs

let held: { directory: Directory; checkedAt: number } | null = null
let checking: Promise<Directory> | null = null

const findVersion = async (): Promise<string> => {
  const { _count, _max } = await sharedTables().institution.aggregate({
    _count: true,
    _max: { updatedAt: true },
  })
  return `${_count}|${_max.updatedAt?.toISOString() ?? ''}`
}

const load = async (version: string): Promise<Directory> => {
  const institutions = await sharedTables().institution.findMany({ orderBy: { id: 'asc' } })
  const byId = new Map(institutions.map((institution) => [institution.id, institution]))
  return { version, byId, index: buildSearchIndex(institutions) }
}

// The version is read before the rows: a change in between is then loaded once more, and never missed.
const check = async (): Promise<Directory> => {
  const version = await findVersion()
  const directory = held?.directory.version === version ? held.directory : await load(version)
  held = { directory, checkedAt: Date.now() }
  return directory
}

/** The directory, at most five seconds old; callers that come at once share one look at the database. */
export const getDirectory = async (): Promise<Directory> => {
  if (held && Date.now() - held.checkedAt < checkEveryMs) return held.directory
  checking ??= check().finally(() => {
    checking = null
  })
  return checking
}

/** Called by whoever changes the directory, so that this process sees it at once. */
export const forgetDirectory = (): void => {
  held = null
}

/** Null for any number that names none, also for what is no number at all. */
export const findInstitution = async (id: number): Promise<Institution | null> =>
  (await getDirectory()).byId.get(id) ?? null

const byName = (institutions: Iterable<Institution>, name: string): Institution | null => {
  const wanted = fold(name)
  const found = [...institutions].filter(({ nameEn, nameFr, aliases }) =>
    [nameEn, nameFr, ...aliases].some((known) => fold(known) === wanted),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

/**
 * The institution that clients name by its key, in any letter case, by its number, or by a name that no other has,
 * whatever its accents.
 */
export const findInstitutionByKey = async (named: string): Promise<Institution | null> => {
  const wanted = named.trim().toLowerCase()
  const { byId } = await getDirectory()
  if (/^\d{1,9}$/.test(wanted)) return byId.get(Number(wanted)) ?? null
  const all = [...byId.values()]
  return all.find(({ upstreamKey }) => upstreamKey.toLowerCase() === wanted) ?? byName(all, named)
}

/** The institution of this id, if a visit with this listing may choose it: hidden is not only unseen. */
export const findListedInstitution = async (id: number, listing: Listing): Promise<Institution | null> => {
  const found = await findInstitution(id)
  const institution = found && asRouted(found, listing.routes, listing.rules.connectors)
  return institution && isListed(institution, listing) ? institution : null
}

/** Every institution, by number. */
export const listInstitutions = async (): Promise<readonly Institution[]> => [
  ...(await getDirectory()).byId.values(),
]

/** The institution that has this institution or routing number, digit by digit. */
export const findInstitutionByNumber = async (number: string): Promise<Institution | null> =>
  (await listInstitutions()).find(({ numbers }) => numbers.includes(number.trim())) ?? null

export type InstitutionQuery = {
  readonly query: string
  readonly language: Language
  readonly listing: Listing
  readonly healthOf: (institution: Institution) => Health | null
  readonly limit: number
}

/** The best `limit` rows and how many matched in all. Nothing of what was typed is kept or logged (O24). */
export const searchInstitutions = async (
  asked: InstitutionQuery,
): Promise<{ readonly rows: readonly ShownInstitution[]; readonly total: number }> => {
  const { query, language, listing, healthOf, limit } = asked
  const { index } = await getDirectory()
  const routed = (one: Institution): Institution => asRouted(one, listing.routes, listing.rules.connectors)
  const isShown = (one: Institution): boolean => isListed(routed(one), listing)
  const found = search(index, { query, language, isListed: isShown })
  const ordered = query.trim() === '' ? featuredFirst(found, listing.rules.featured) : found
  const shown = ordered.slice(0, limit).map(routed)
  const rows = shown.map((one) => toInstitutionRow(one, language, healthOf(one)))
  return { rows, total: found.length }
}
