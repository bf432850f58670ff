import { listConnectionsOfConsent } from '#lib/connections/connection-store.ts'
import { type WithdrawRefusal, withdrawConsentRow } from '#lib/consents/withdraw-consent.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { closeConnection } from './close-connection.ts'
import { tellConsent } from './tell-consent.ts'

export type Withdrawal = {
  readonly consentId: string
  /** On a later day; at once when it is left out. */
  readonly endsAt?: Date
  /** Also delete what was read under it. */
  readonly isDataDeleted: boolean
  /** Who withdraws, for the audit log: `person`, or the key or member of the tenant. */
  readonly actor: string
}

/**
 * Ends a consent (CA9, G3), in one transaction: nothing is read from then on, its connections are closed, the tenant is
 * told, and a job tells the bank. On a later day all of that but the telling happens then.
 */
export const withdrawConsent = (
  db: TenantDb,
  { consentId, isDataDeleted, actor, ...asked }: Withdrawal,
  now: Date = new Date(),
): Promise<Outcome<{ readonly endsAt: Date }, WithdrawRefusal>> =>
  inTransaction(db, async (tx) => {
    const endsAt = asked.endsAt ?? now
    const withdrawn = await withdrawConsentRow(tx, { id: consentId, endsAt, actor }, now)
    if (!withdrawn.ok) return withdrawn
    const consent = withdrawn.value
    const extra = { endsAt: endsAt.toISOString(), isDataDeleted }
    await tellConsent(tx, consent, { name: 'consent.withdrawn', at: now, extra })
    if (endsAt <= now)
      for (const connection of await listConnectionsOfConsent(tx, consentId))
        await closeConnection(tx, connection, isDataDeleted)
    const payload = { consentId, isDataDeleted }
    const sessionId = consent.sessionId ?? undefined
    await recordOutboxEvent(tx, {
      topic: 'consent.end',
      payload,
      ...(sessionId === undefined ? {} : { sessionId }),
      ...(endsAt > now ? { dueAt: endsAt } : {}),
    })
    return succeeded({ endsAt })
  })
