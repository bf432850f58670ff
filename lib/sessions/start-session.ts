import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Facts } from '#lib/journey/facts.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId, mintReference, type SessionId } from '#lib/kit/ids.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { Device } from './device.ts'
import type { Frame } from './frame.ts'
import { insertSession } from './session-store.ts'

export type NewSession = {
  /** Given where something was spent for it beforehand in the same transaction; else minted. */
  readonly id?: SessionId
  /** Given where the browser can already prove itself, so that two clicks at once get the same; else minted. */
  readonly proof?: string
  readonly front: 'express' | 'connect' | 'custom' | 'api'
  readonly brandId: string
  readonly policyId: string
  readonly language: 'en' | 'fr'
  readonly isDemo: boolean
  readonly tag: string | null
  /** Null: the visit ends on a page of ours. */
  readonly returnUrl: string | null
  /** Left out where no browser comes, and where none says. */
  readonly device?: Device | null
  /** The personal link that was spent for it. */
  readonly linkId?: string
  /** The connection that the visit is to bring back. */
  readonly repairsConnectionId?: string | null
  /** Given exactly for a visit inside another page. */
  readonly frame?: Frame
  /** What is known before the person has done anything: the institution that the address names. */
  readonly facts?: Facts
}

/**
 * Opens a visit. `proof` (256 bits, S5) goes into the browser's cookie and is known here only by its hash;
 * the id may stand in URLs, for it opens nothing by itself.
 */
export const startSession = async (
  db: TenantDb,
  { id = mintId('ses'), proof = mintToken(), facts = {}, ...input }: NewSession,
): Promise<{ readonly id: SessionId; readonly proof: string }> => {
  const { idleMinutes, visitMinutes } = await getFlowPolicy(db, input.policyId)
  const limits = { idleMinutes, visitMinutes }
  await insertSession(db, {
    id,
    ...input,
    ...limits,
    reference: mintReference(),
    proofHash: sha256(proof),
    facts,
  })
  return { id, proof }
}
