import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { type DeliveryRow, findDelivery, leaseNext } from './webhook-delivery-store.ts'
import { lockEndpoint, type WebhookEndpointRow } from './webhook-endpoint-store.ts'

/** Requests to one endpoint at the same time; one that keeps failing is asked by one at a time. */
export const mostAtOnce = 4
export const failuresUntilPause = 5

/** Longer than a try can take. After that a worker that holds a delivery counts as dead. */
const leaseMs = 90 * secondMs
/** A job may begin a little early by the clock of another machine. */
const toleranceMs = secondMs

export type Taken = {
  readonly endpoint: WebhookEndpointRow
  readonly id: string
  readonly leaseId: string
}

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
): Promise<Taken | null> => {
  if (endpoint.disabledAt) return null
  const by = later(now, toleranceMs)
  if (endpoint.pausedUntil && endpoint.pausedUntil > by) return null
  const limit = endpoint.failures >= failuresUntilPause ? 1 : mostAtOnce
  const leaseId = mintGuid()
  const id = await leaseNext(tx, endpoint.id, { by, now, limit, leaseId, leasedUntil: later(now, leaseMs) })
  return id === null ? null : { endpoint, id, leaseId }
}

/** What was taken, with what it tells: read when the endpoint is no longer locked. */
export const claimOf = async (db: TenantDb, taken: Taken | null): Promise<Claim | null> => {
  const delivery = taken && (await findDelivery(db, taken.id))
  return delivery && { endpoint: taken.endpoint, leaseId: taken.leaseId, delivery }
}

export const claimDelivery = async (db: TenantDb, endpointId: string, now: Date): Promise<Claim | null> => {
  const taken = await inTransaction(db, async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId)
    return endpoint && takeNext(tx, endpoint, now)
  })
  return claimOf(db, taken)
}
