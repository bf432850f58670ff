import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later, secondMs, systemClock } from '#lib/kit/clock.ts'
import { claimDelivery, mostAtOnce } from './claim-delivery.ts'
import { type DeliveryMeans, tryDelivery } from './try-delivery.ts'
import { wakeEndpoint } from './wake-endpoint.ts'

/** A worker goes on with an endpoint for so long; what is still due then is another job's. */
const turnMs = 20 * secondMs

type Workers = { busy: number; isCalledAgain: boolean }

/** Who of this process is at which endpoint. */
const atWork = new Map<string, Workers>()

const takeTurn = async (db: TenantDb, endpointId: string, until: Date, means: DeliveryMeans) => {
  const { clock = systemClock } = means
  let claim = await claimDelivery(db, endpointId, clock.now())
  while (claim) claim = await tryDelivery(db, claim, { ...means, goesOn: clock.now() < until })
}

const work = async (db: TenantDb, endpointId: string, workers: Workers, means: DeliveryMeans) => {
  const { clock = systemClock } = means
  const until = later(clock.now(), turnMs)
  do {
    workers.isCalledAgain = false
    await takeTurn(db, endpointId, until, means)
  } while (workers.isCalledAgain && clock.now() < until)
  if (workers.isCalledAgain) await wakeEndpoint(db, endpointId, clock.now())
}

/**
 * Delivers what is due at an endpoint, one after the other. Run by a job for each thing that is announced: while enough
 * workers of this process are at the endpoint, a further job only tells them to look once more before they go, which
 * spares the database a question for each.
 */
export const deliverDue = async (db: TenantDb, endpointId: string, means: DeliveryMeans): Promise<void> => {
  const workers = atWork.get(endpointId) ?? { busy: 0, isCalledAgain: false }
  atWork.set(endpointId, workers)
  if (workers.busy >= mostAtOnce) {
    workers.isCalledAgain = true
    return
  }
  workers.busy++
  try {
    await work(db, endpointId, workers, means)
  } finally {
    if (--workers.busy === 0) atWork.delete(endpointId)
  }
}
