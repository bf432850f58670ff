import type { TenantDb } from '#lib/db/tenant-db.ts'
import { minuteMs, secondMs } from '#lib/kit/clock.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { fingerprint } from '#lib/vault/fingerprint.ts'

/** S3: seven digits are 23 bits, at least the 20 asked for; ten minutes; five tries; half a minute between two. */
export const codeDigits = 7
export const codeLifeMs = 10 * minuteMs
export const codeTries = 5
export const resendAfterMs = 30 * secondMs

/** S3 6.6.3: at most six codes a visit in a quarter of an hour, so thirty guesses, and no flood into a mailbox. */
export const codesPerVisit = 6
export const codesPerVisitMs = 15 * minuteMs

/**
 * Bound to its claim: the same digits sent for another claim have another hash. Keyed by the tenant's lookup key,
 * for ten million plain hashes are tried in a second by whoever reads the table.
 */
export const hashCode = (db: TenantDb, claimId: string, code: string): Promise<Bytes> =>
  fingerprint(db, 'one-time code', `${claimId}|${code}`)
