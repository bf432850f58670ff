import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintId, mintReference } from '#lib/kit/ids.ts'
import { seal } from '#lib/vault/seal.ts'
import type { JudgedHolder } from './holder-check.ts'
import { insertHolderCheck } from './holder-check-store.ts'
import { scoresPlace } from './holder-scores.ts'

/** Keeps what came of a comparison, the scores sealed. False where it stands already. */
export const recordHolderCheck = async (
  tx: TenantDb,
  of: { readonly sessionId: string; readonly attemptId: string; readonly claimId: string },
  judged: JudgedHolder,
): Promise<boolean> => {
  const id = mintId('hck')
  const { outcome, decision, scores } = judged
  const scoresSealed = await seal(tx, scoresPlace(id), JSON.stringify(scores))
  return insertHolderCheck(tx, { id, ...of, outcome, decision, scoresSealed, reference: mintReference() })
}
