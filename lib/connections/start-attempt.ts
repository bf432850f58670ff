import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Way } from '#lib/institutions/route.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { AttemptId } from '#lib/kit/ids.ts'
import { type Credentials, sealCredentials } from './attempt-secrets.ts'
import { insertAttempt } from './attempt-store.ts'

/** How long a bank may keep us without a word before the attempt counts as failed. */
export const workingLifeMs = minuteMs

export type NewAttempt = {
  readonly id: AttemptId
  readonly sessionId: string
  readonly consentId: string
  readonly institutionId: number
  readonly way: Pick<Way, 'connectorId' | 'routeId'>
  readonly credentials: Credentials
  readonly now: Date
}

/** Writes the attempt, already `working`, with its credentials sealed, before the bank hears of it. */
export const startAttempt = async (tx: TenantDb, input: NewAttempt): Promise<void> => {
  const { credentials, now, way, ...ids } = input
  await insertAttempt(tx, {
    ...ids,
    connectorId: way.connectorId,
    routeId: way.routeId,
    status: 'working',
    pendingSealed: await sealCredentials(tx, ids.id, credentials),
    createdAt: now,
    movedAt: now,
    deadlineAt: later(now, workingLifeMs),
  })
}
