import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { isLive } from './consent.ts'
import { type ConsentRow, findConsent, setWithdrawn } from './consent-store.ts'

export type ConsentEnd = { readonly id: string; readonly endsAt: Date; readonly actor: string }

/** `ended`: refused, expired or withdrawn already. `bad_date`: before now, or not before the end it has anyway. */
export type WithdrawRefusal = 'unknown' | 'ended' | 'bad_date'

/**
 * Writes that a consent ends at `endsAt`, now or on a later day (CA9), with its audit entry. A second withdrawal may
 * only bring the end forward. Called in the transaction that draws the consequences.
 */
export const withdrawConsentRow = async (
  tx: TenantDb,
  { id, endsAt, actor }: ConsentEnd,
  now: Date,
): Promise<Outcome<ConsentRow, WithdrawRefusal>> => {
  const consent = await findConsent(tx, id)
  if (!consent) return failed('unknown')
  if (!isLive(consent, now) || !consent.expiresAt) return failed('ended')
  const end = consent.withdrawnAt ?? consent.expiresAt
  if (endsAt < now || endsAt >= end) return failed('bad_date')
  if (!(await setWithdrawn(tx, id, endsAt))) return failed('ended')
  const detail = { endsAt: endsAt.toISOString() }
  await recordAudit(tx, { actor, action: 'consent.withdrawn', subject: id, detail })
  return succeeded({ ...consent, withdrawnAt: endsAt })
}
