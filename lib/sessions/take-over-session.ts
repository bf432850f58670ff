import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import type { Frame } from './frame.ts'
import type { Session } from './session.ts'
import { insertEvent, lastEventId, moveToFrame } from './session-store.ts'

type Taking = Pick<Session, 'returnUrl' | 'language' | 'tag' | 'device'> & {
  readonly frame: Frame
  readonly now: Date
}

/**
 * Gives a visit to a browser: it goes on inside another page, with a new proof, and no former one opens it any more.
 * What has happened before is not told there. Null when somebody else took it over first, or it has ended.
 */
export const takeOverSession = (
  db: TenantDb,
  { id, front }: Pick<Session, 'id' | 'front'>,
  { now, ...taking }: Taking,
): Promise<string | null> =>
  inTransaction(db, async (tx) => {
    const proof = mintToken()
    const toldEventId = await lastEventId(tx, id)
    const change = {
      ...taking,
      front: 'connect' as const,
      proofHash: sha256(proof),
      toldEventId,
      seenAt: now,
    }
    if (!(await moveToFrame(tx, { id, front }, change))) return null
    await insertEvent(tx, id, { name: 'frame_opened', detail: { isResumed: true } })
    return proof
  })
