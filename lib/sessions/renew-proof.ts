import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import { setProofHash } from './session-store.ts'

/** Gives the visit to whoever gets the new proof, and takes it from whoever held the former (ASVS 7.2.4). */
export const renewProof = async (db: TenantDb, id: SessionId): Promise<string> => {
  const proof = mintToken()
  await setProofHash(db, id, sha256(proof))
  return proof
}
