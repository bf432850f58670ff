import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later, minuteMs, secondMs } from '#lib/kit/clock.ts'
import type { OutboundAnswer, OutboundFault } from '#lib/kit/outbound-post.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import { seal } from '#lib/vault/seal.ts'
import { type Claim, failuresUntilPause, mostAtOnce, takeNext } from './claim-delivery.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { findNextDelivery, insertTry, releaseDelivery } from './webhook-delivery-store.ts'
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
  const next = endpoint.disabledAt ? null : await findNextDelivery(tx, endpoint.id, now)
  if (!next) return
  const at = Math.max(next.dueAt.getTime(), endpoint.pausedUntil?.getTime() ?? 0, now.getTime())
  await wakeEndpoint(tx, endpoint.id, new Date(at), looks)
}

/** What the worker does next: another delivery that is due, taken in this transaction, or else nothing. */
const goOn = async (
  tx: TenantDb,
  endpoint: WebhookEndpointRow,
  { now, goesOn, claim }: Pick<TriedDelivery, 'now' | 'goesOn' | 'claim'>,
): Promise<Claim | null> => {
  const isBack = claim.endpoint.failures >= failuresUntilPause && endpoint.failures === 0
  // One worker at a time tried an address that was down; now there is work for all of them.
  if (isBack) await lookAgain(tx, endpoint, now, mostAtOnce)
  const next = goesOn ? await takeNext(tx, endpoint, now) : null
  if (!next && !isBack) await lookAgain(tx, endpoint, now)
  return next
}

/** Writes what a try came to, and takes or orders what follows from it, in one transaction. */
export const settleDelivery = (db: TenantDb, tried: TriedDelivery): Promise<Claim | null> =>
  inTransaction(db, async (tx) => {
    const { claim, answer, now } = tried
    const endpoint = await lockEndpoint(tx, claim.endpoint.id)
    const held = { id: claim.delivery.id, leaseId: claim.leaseId }
    const isTaken = failureOf(tried) === null
    if (!endpoint || !(await releaseDelivery(tx, held, changeOf(tried, isTaken)))) return null
    await recordTry(tx, tried)
    const isGone = answer.ok && answer.value.status === 410
    const change = isTaken ? recovered : failedAgain(endpoint, isGone, now)
    if (!isTaken || endpoint.failures > 0) await updateEndpointRow(tx, endpoint.id, change)
    return goOn(tx, { ...endpoint, ...change }, tried)
  })

/** What may no longer be told is not, and what stands behind it in its thread goes on. */
export const withholdDelivery = (
  db: TenantDb,
  claim: Claim,
  { now, goesOn }: Pick<TriedDelivery, 'now' | 'goesOn'>,
): Promise<Claim | null> =>
  inTransaction(db, async (tx) => {
    const endpoint = await lockEndpoint(tx, claim.endpoint.id)
    const held = { id: claim.delivery.id, leaseId: claim.leaseId }
    if (!endpoint || !(await releaseDelivery(tx, held, { status: 'withheld' }))) return null
    return goOn(tx, endpoint, { now, goesOn, claim })
  })
