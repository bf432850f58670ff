import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sameBytes } from '#lib/kit/crypto.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findNewestCode, setClaimProven, spendCode, takeTry } from './identity-store.ts'
import { hashCode } from './one-time-code.ts'

export type CodeRefusal = 'wrong' | 'expired' | 'spent' | 'no_tries'

/**
 * Spends the newest code of a claim (S3). Every submission costs a try before it is compared, so that parallel
 * guesses cost one each; of several right ones exactly one succeeds.
 */
export const redeemCode = async (
  tx: TenantDb,
  { claimId, code, now }: { readonly claimId: string; readonly code: string; readonly now: Date },
): Promise<Outcome<null, CodeRefusal>> => {
  const newest = await findNewestCode(tx, claimId)
  if (!newest || now >= newest.expiresAt) return failed('expired')
  if (newest.spentAt) return failed('spent')
  if (!(await takeTry(tx, newest.id))) return failed('no_tries')
  if (!sameBytes(newest.codeHash, hashCode(claimId, code))) return failed('wrong')
  if (!(await spendCode(tx, newest.id, now))) return failed('spent')
  await setClaimProven(tx, claimId, now)
  return succeeded(null)
}
