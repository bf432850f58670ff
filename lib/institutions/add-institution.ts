import { sharedTables } from '#lib/db/scope-doors.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { forgetDirectory } from './institution-store.ts'

/** Below it stand the ids that clients of the dialect know, and those that Portico ships. */
const firstOwnId = 100_000

export type NewInstitution = {
  readonly upstreamKey: string
  readonly nameEn: string
  readonly nameFr: string
  readonly country: 'CA' | 'US'
  readonly kind: string
  readonly numbers: readonly string[]
}

/**
 * Adds to the directory an institution that does not ship with Portico, and answers its id. Nobody can connect it but
 * over a route of a tenant's own.
 */
export const addInstitution = async (wanted: NewInstitution): Promise<Outcome<number, 'known'>> => {
  const { institution } = sharedTables()
  const key = { equals: wanted.upstreamKey, mode: 'insensitive' as const }
  if (await institution.findFirst({ where: { upstreamKey: key }, select: { id: true } }))
    return failed('known')
  const { _max } = await institution.aggregate({ _max: { id: true } })
  const id = Math.max(firstOwnId, (_max.id ?? 0) + 1)
  await institution.create({ data: { id, ...wanted, numbers: [...wanted.numbers], aliases: [] } })
  forgetDirectory()
  return succeeded(id)
}
