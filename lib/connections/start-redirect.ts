import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Way } from '#lib/institutions/route.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import type { AttemptId } from '#lib/kit/ids.ts'
import { insertAttempt } from './attempt-store.ts'
import { workingLifeMs } from './start-attempt.ts'

/** How long a person may stay at the bank's own page before the attempt counts as left. */
export const redirectLifeMs = 15 * minuteMs

export type NewRedirect = {
  readonly id: AttemptId
  readonly sessionId: string
  readonly consentId: string
  readonly institutionId: number
  readonly way: Pick<Way, 'connectorId' | 'routeId'>
  readonly now: Date
}

/**
 * Writes an attempt whose person is to be sent to the bank, and mints the value by which they are known when they come
 * back: 256 bits, once, kept here only as a hash.
 */
export const startRedirect = async (tx: TenantDb, input: NewRedirect): Promise<string> => {
  const { now, way, ...ids } = input
  const state = mintToken()
  await insertAttempt(tx, {
    ...ids,
    connectorId: way.connectorId,
    routeId: way.routeId,
    status: 'created',
    callbackHash: sha256(state),
    createdAt: now,
    movedAt: now,
    deadlineAt: later(now, workingLifeMs),
  })
  return state
}
