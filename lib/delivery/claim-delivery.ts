import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { countLeases, type DeliveryRow, findNextDelivery, leaseDelivery } from './webhook-delivery-store.ts'
import { lockEndpoint, type WebhookEndpointRow } from './webhook-endpoint-store.ts'

/** Requests to one endpoint at the same time; one that keeps failing is asked by one at a time. */
export const mostAtOnce = 4
export const failuresUntilPause = 5

/** Longer than a try can take. After that a worker that holds a delivery counts as dead. */
const leaseMs = 90 * secondMs
/** A job may begin a little early by the clock of another machine. */
const toleranceMs = secondMs

export type Claim = {
  readonly endpoint: WebhookEndpointRow
  readonly delivery: DeliveryRow
  readonly leaseId: string
}

/** Takes the next delivery of a locked endpoint that is due, for one worker alone. Null: nothing is due, or enough are at it. */
export const takeNext = async (
  tx: TenantDb,
  endpoint: WebhookEndpointRow,
  now: Date,
): Promise<Claim | null> => {
  if (endpoint.disabledAt) return null
  const by = later(now, toleranceMs)
  if (endpoint.pausedUntil && endpoint.pausedUntil > by) return null
  const limit = endpoint.failures >= failuresUntilPause ? 1 : mostAtOnce
  if ((await countLeases(tx, endpoint.id, now)) >= limit) return null
  const next = await findNextDelivery(tx, endpoint.id, now)
  if (!next || next.dueAt > by) return null
  const leaseId = mintGuid()
  const delivery = await leaseDelivery(tx, next.id, { leaseId, leasedUntil: later(now, leaseMs) })
  return { endpoint, delivery, leaseId }
}

export const claimDelivery = (db: TenantDb, endpointId: string, now: Date): Promise<Claim | null> =>
  inTransaction(db, async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId)
    return endpoint && takeNext(tx, endpoint, now)
  })
