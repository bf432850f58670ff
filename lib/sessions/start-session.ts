import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId, type SessionId } from '#lib/kit/ids.ts'
import { insertSession } from './session-store.ts'

export type NewSession = {
  readonly front: 'express' | 'connect' | 'custom'
  readonly brandId: string
  readonly policyId: string
  readonly language: 'en' | 'fr'
  readonly isDemo: boolean
  readonly tag: string | null
  readonly returnUrl: string
}

/**
 * Opens a visit. `proof` (256 bits, S5) goes into the browser's cookie and is known here only by its hash;
 * the id may stand in URLs, for it opens nothing by itself.
 */
export const startSession = async (
  db: TenantDb,
  input: NewSession,
): Promise<{ readonly id: SessionId; readonly proof: string }> => {
  const id = mintId('ses')
  const proof = mintToken()
  await insertSession(db, { id, ...input, proofHash: sha256(proof), facts: {} })
  return { id, proof }
}
