import { inTransaction } from '#lib/db/tenant-db.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { updateEndpoint } from '#lib/delivery/update-endpoint.ts'
import { putOnItsWay } from '#lib/delivery/webhook-delivery-store.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { insertMessage } from '#lib/delivery/webhook-message-store.ts'
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

/** An address of the tenant that rests when it is told so; what is put on its way meanwhile waits. */
export const plantEndpoint = async ({ db }: Pick<BuiltTenant, 'db'>, url: string) => {
  const created = await createEndpoint(db, newEndpointSchema.parse({ url }), 'bench')
  if (!created.ok) throw new Error(created.reason)
  const { id } = created.value.endpoint
  const pause = (isPaused: boolean) => updateEndpoint(db, id, { isPaused }, 'bench')
  return { id, rest: () => pause(true), resume: () => pause(false) }
}

export type PlantedEndpoint = Awaited<ReturnType<typeof plantEndpoint>>

/** Ends of so many visits that wait for an endpoint at rest. */
export const announceEnds = async (
  { db }: Pick<BuiltTenant, 'db'>,
  endpoint: PlantedEndpoint,
  count: number,
): Promise<void> => {
  await endpoint.rest()
  await inTransaction(db, async (tx) => {
    const at = new Date()
    for (let told = 0; told < count; told++) {
      const threadId = mintId('ses')
      const data = { sessionId: threadId, outcome: 'finished', loginId: null, tag: null }
      const [id, once] = [mintId('msg'), { onceId: null, isTest: false }]
      await insertMessage(tx, { id, eventName: 'session.finished', threadId, ...once, data, occurredAt: at })
      await putOnItsWay(tx, { endpointId: endpoint.id, messageId: id, threadId, dueAt: at })
    }
  })
}
