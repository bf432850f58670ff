import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sameBytes } from '#lib/kit/crypto.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findNewestCode, setClaimProven, spendCode, takeTry } from './identity-store.ts'
import { hashCode } from './one-time-code.ts'

export type CodeRefusal = 'wrong' | 'expired' | 'spent' | 'no_tries'

/** Why there was no try to take: of two right submissions at once, the later one is told what the first was told. */
const lateOutcome = async (
  tx: TenantDb,
  claimId: string,
  hash: Uint8Array,
): Promise<Outcome<null, CodeRefusal>> => {
  const newest = await findNewestCode(tx, claimId)
  if (!newest?.spentAt) return failed('no_tries')
  return sameBytes(newest.codeHash, hash) ? succeeded(null) : failed('spent')
}

/**
 * Spends the newest code of a claim (S3). Every submission costs a try before it is compared, so that parallel
 * guesses cost one each. A right one that arrives while the first right one is being taken counts as the same.
 */
export const redeemCode = async (
  tx: TenantDb,
  { claimId, code, now }: { readonly claimId: string; readonly code: string; readonly now: Date },
): Promise<Outcome<null, CodeRefusal>> => {
  const newest = await findNewestCode(tx, claimId)
  if (!newest || now >= newest.expiresAt) return failed('expired')
  if (newest.spentAt) return failed('spent')
  const hash = await hashCode(tx, claimId, code)
  if (!(await takeTry(tx, newest.id))) return lateOutcome(tx, claimId, hash)
  if (!sameBytes(newest.codeHash, hash)) return failed('wrong')
  if (!(await spendCode(tx, newest.id, now))) return failed('spent')
  await setClaimProven(tx, claimId, { provenAt: now, channel: newest.channel })
  return succeeded(null)
}
