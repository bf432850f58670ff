import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { toInstitutionRow } from '#lib/institutions/institution.ts'
import { isListed, type Listing } from '#lib/institutions/listing.ts'
import type { Facts } from '#lib/journey/facts.ts'
import type { SessionEvent } from '#lib/sessions/session-store.ts'
import { bankHealth } from './bank-health.ts'

/** What stands before the person has done anything, and what is told of it. */
export type Beginning = { readonly facts: Facts; readonly events: readonly SessionEvent[] }

const nowhere: Beginning = { facts: {}, events: [] }

/**
 * Begins a visit at the bank that was named for it, if the visit may use it; one that is off is told of, and the person
 * chooses as always. Null: none was named.
 */
export const beginAt = async (
  db: TenantDb,
  institution: Institution | null,
  listing: Omit<Listing, 'routes'>,
  now: Date,
): Promise<Beginning> => {
  if (!institution || !isListed(institution, listing)) return nowhere
  const { state } = toInstitutionRow(institution, 'en', (await bankHealth(db))(institution))
  if (state === 'not_connectable') return nowhere
  if (state === 'off') {
    const detail = { fault: 'institution_disabled', institution: institution.upstreamKey }
    return { facts: {}, events: [{ name: 'institution_refused', step: 'institution', detail }] }
  }
  return { facts: { institution: { at: now.toISOString(), institutionId: institution.id } }, events: [] }
}
