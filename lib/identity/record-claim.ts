import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { referenceFingerprint } from '#lib/vault/reference-fingerprint.ts'
import { seal } from '#lib/vault/seal.ts'
import type { ClaimDetails } from './identity.ts'
import { insertClaim } from './identity-store.ts'

/** Keeps what the person said, sealed. Each submission is a claim of its own; the session's facts name the one that counts. */
export const recordClaim = async (
  tx: TenantDb,
  input: { readonly sessionId: string; readonly details: ClaimDetails },
): Promise<{ readonly claimId: string }> => {
  const id = mintId('idc')
  const place = { table: 'IdentityClaim', column: 'detailsSealed', row: id }
  const detailsSealed = await seal(tx, place, JSON.stringify(input.details))
  const { sessionId, details } = input
  const fingerprinted = await referenceFingerprint(tx, details.reference)
  await insertClaim(tx, { id, sessionId, detailsSealed, referenceFingerprint: fingerprinted })
  return { claimId: id }
}
