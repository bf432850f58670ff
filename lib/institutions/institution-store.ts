import { sharedTables } from '#lib/db/scope-doors.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { type Institution, type Language, type ShownInstitution, toInstitutionRow } from './institution.ts'
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

/** The institution that clients name by its key, in any letter case, or by its number. */
export const findInstitutionByKey = async (named: string): Promise<Institution | null> => {
  const wanted = named.trim().toLowerCase()
  const { byId } = await getDirectory()
  if (/^\d{1,9}$/.test(wanted)) return byId.get(Number(wanted)) ?? null
  return [...byId.values()].find(({ upstreamKey }) => upstreamKey.toLowerCase() === wanted) ?? null
}

export type InstitutionQuery = {
  readonly query: string
  readonly language: Language
  readonly country?: string
  /** A demo visit sees only the test institutions. */
  readonly isDemo: boolean
  readonly limit: number
}

/** The best `limit` rows and how many matched in all. Nothing of what was typed is kept or logged (O24). */
export const searchInstitutions = async ({
  isDemo,
  limit,
  ...asked
}: InstitutionQuery): Promise<{ readonly rows: readonly ShownInstitution[]; readonly total: number }> => {
  const { index } = await getDirectory()
  const found = search(index, { ...asked, isListed: ({ isTest }) => isTest || !isDemo })
  const rows = found.slice(0, limit).map((institution) => toInstitutionRow(institution, asked.language))
  return { rows, total: found.length }
}
