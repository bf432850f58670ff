import { inTransaction } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'

const at = new Date().toISOString()
const facts = {
  identity: { at, claimId: 'idc_bench' },
  verified: { at, claimId: 'idc_bench' },
  consent: { at, consentId: 'con_bench', decision: 'given' as const, optional: [] },
}

export const plantTenant = (): Promise<BuiltTenant> => aTenant({}, 'test')

export type PlantedVisit = { readonly id: string; readonly cookie: string }

/** Visits that have come to the institution, or behind it to the login. */
export const plantVisits = async (
  tenant: BuiltTenant,
  count: number,
  isChosen: boolean,
): Promise<PlantedVisit[]> => {
  const institution = isChosen ? { institution: { at, institutionId: 14 } } : {}
  const built = Array.from({ length: count }, () => aSession(tenant, { ...facts, ...institution }))
  return (await Promise.all(built)).map(({ id, proof }) => ({ id, cookie: `__Host-${id}=${proof}` }))
}

export const plantEndpoint = async ({ db }: BuiltTenant, url: string): Promise<void> => {
  const created = await createEndpoint(db, newEndpointSchema.parse({ url }), 'bench')
  if (!created.ok) throw new Error(created.reason)
}

/** Ends of so many visits, told in as many transactions. */
export const announceEnds = async ({ db }: BuiltTenant, count: number): Promise<void> => {
  for (let told = 0; told < count; told++) {
    const sessionId = mintId('ses')
    const data = { sessionId, outcome: 'finished' as const, loginId: null, tag: null }
    const event = { name: 'session.finished' as const, data, threadId: sessionId, at: new Date() }
    await inTransaction(db, (tx) => announceEvent(tx, event))
  }
}
