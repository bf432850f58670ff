import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later, minuteMs, secondMs } from '#lib/kit/clock.ts'
import type { OutboundAnswer, OutboundFault } from '#lib/kit/outbound-post.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import { seal } from '#lib/vault/seal.ts'
import {
  type Claim,
  claimOf,
  failuresUntilPause,
  mostAtOnce,
  type Taken,
  takeNext,
} from './claim-delivery.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { findNextDue, insertTry, releaseDelivery } from './webhook-delivery-store.ts'
import { lockEndpoint, updateEndpointRow, type WebhookEndpointRow } from './webhook-endpoint-store.ts'
import type { Envelope } from './webhook-envelope.ts'
import { nextTryAt } from './webhook-schedule.ts'

export type TriedDelivery = {
  readonly claim: Claim
  readonly envelope: Envelope
  readonly answer: Outcome<OutboundAnswer, OutboundFault>
  readonly startedAt: Date
  readonly now: Date
  /** Whether the worker has time for another. */
  readonly goesOn: boolean
}

type Next = Pick<TriedDelivery, 'claim' | 'now' | 'goesOn'>

/** An endpoint at which nothing got through for this long is disabled; what waits for it is kept. */
const mostFailingMs = 5 * dayMs
const longestPauseMs = 10 * minuteMs

/** An address that is down is tried ever less often, for all of its deliveries together. */
const pauseAfter = (failures: number, now: Date): Date | null => {
  const beyond = failures - failuresUntilPause
  return beyond < 0 ? null : later(now, Math.min(30 * secondMs * 2 ** Math.min(beyond, 10), longestPauseMs))
}

const failureOf = ({ answer, envelope }: TriedDelivery) => {
  if (!answer.ok) return answer.reason
  return envelope.isTaken(answer.value.status) ? null : 'bad_status'
}

const failedAgain = (endpoint: WebhookEndpointRow, isGone: boolean, now: Date) => {
  const failures = endpoint.failures + 1
  const failingSince = endpoint.failingSince ?? now
  const isHopeless = now.getTime() - failingSince.getTime() > mostFailingMs
  return {
    failures,
    failingSince,
    pausedUntil: pauseAfter(failures, now),
    ...(isGone ? { disabledAt: now, disabledReason: 'gone' as const } : {}),
    ...(!isGone && isHopeless ? { disabledAt: now, disabledReason: 'failing' as const } : {}),
  }
}

const recovered = { failures: 0, failingSince: null, pausedUntil: null } as const

/** What becomes of the delivery. After a 410 it waits with the others, for an endpoint that is enabled again (W5). */
const changeOf = (tried: TriedDelivery, isTaken: boolean) => {
  const { claim, envelope, answer, now } = tried
  const tries = claim.delivery.tries + 1
  if (isTaken) return { status: 'delivered' as const, tries, deliveredAt: now }
  const retryAfter = answer.ok ? answer.value.retryAfter : null
  const dueAt = nextTryAt(envelope.schedule, { tries, retryAfter, now, chance: Math.random() })
  return dueAt ? { tries, dueAt } : { status: 'given_up' as const, tries }
}

const recordTry = async (tx: TenantDb, tried: TriedDelivery): Promise<void> => {
  const { claim, answer, startedAt, now } = tried
  const { id } = claim.delivery
  const text = answer.ok ? answer.value.text : ''
  const place = { table: 'WebhookTry', column: 'answerSealed', row: id }
  await insertTry(tx, {
    deliveryId: id,
    at: startedAt,
    durationMs: now.getTime() - startedAt.getTime(),
    statusCode: answer.ok ? answer.value.status : null,
    failure: failureOf(tried),
    answerSealed: text === '' ? null : await seal(tx, place, text),
  })
}

/** Orders the looks that follow: at what the thread has let go, or at the try that comes next. */
const lookAgain = async (
  tx: TenantDb,
  endpoint: WebhookEndpointRow,
  now: Date,
  looks?: number,
): Promise<void> => {
  const dueAt = endpoint.disabledAt ? null : await findNextDue(tx, endpoint.id, now)
  if (!dueAt) return
  const at = Math.max(dueAt.getTime(), endpoint.pausedUntil?.getTime() ?? 0, now.getTime())
  await wakeEndpoint(tx, endpoint.id, new Date(at), looks)
}

/** What the worker does next: another delivery that is due, taken in this transaction, or else nothing. */
const goOn = async (
  tx: TenantDb,
  endpoint: WebhookEndpointRow,
  { now, goesOn, claim }: Next,
): Promise<Taken | null> => {
  const isBack = claim.endpoint.failures >= failuresUntilPause && endpoint.failures === 0
  // One worker at a time tried an address that was down; now there is work for all of them.
  if (isBack) await lookAgain(tx, endpoint, now, mostAtOnce)
  const next = goesOn ? await takeNext(tx, endpoint, now) : null
  if (!next && !isBack) await lookAgain(tx, endpoint, now)
  return next
}

/** Gives the delivery back; false when somebody else had taken it. Nobody waits for this: the endpoint is not locked. */
const release = (db: TenantDb, tried: TriedDelivery): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const { delivery, leaseId } = tried.claim
    const change = changeOf(tried, failureOf(tried) === null)
    const isOurs = await releaseDelivery(tx, { id: delivery.id, leaseId }, change)
    if (isOurs) await recordTry(tx, tried)
    return isOurs
  })

/**
 * Writes what a try came to; then, with the endpoint locked, what it says of the endpoint, and takes or orders what
 * follows. A crash in between leaves what is due to the look each minute at what is overdue.
 */
export const settleDelivery = async (db: TenantDb, tried: TriedDelivery): Promise<Claim | null> => {
  const { claim, answer, now } = tried
  if (!(await release(db, tried))) return null
  const isTaken = failureOf(tried) === null
  const isGone = answer.ok && answer.value.status === 410
  const next = await inTransaction(db, async (tx) => {
    const endpoint = await lockEndpoint(tx, claim.endpoint.id)
    if (!endpoint) return null
    const change = isTaken ? recovered : failedAgain(endpoint, isGone, now)
    if (!isTaken || endpoint.failures > 0) await updateEndpointRow(tx, endpoint.id, change)
    return goOn(tx, { ...endpoint, ...change }, tried)
  })
  return claimOf(db, next)
}

/** What may no longer be told is not, and what stands behind it in its thread goes on. */
export const withholdDelivery = async (db: TenantDb, next: Next): Promise<Claim | null> => {
  const { endpoint, delivery, leaseId } = next.claim
  if (!(await releaseDelivery(db, { id: delivery.id, leaseId }, { status: 'withheld' }))) return null
  const taken = await inTransaction(db, async (tx) => {
    const locked = await lockEndpoint(tx, endpoint.id)
    return locked && goOn(tx, locked, next)
  })
  return claimOf(db, taken)
}
