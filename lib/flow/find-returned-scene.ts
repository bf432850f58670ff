import { tenantDb } from '#lib/db/tenant-db.ts'
import { isId } from '#lib/kit/ids.ts'
import { findSessionRow } from '#lib/sessions/session-store.ts'
import { isWayProof } from './bank-window.ts'
import { type Scene, sceneOfSession } from './find-scene.ts'

/** The scene of a visit for a browser that was sent to the bank in its present try; null for anybody else. */
export const findReturnedScene = async (
  sessionId: string,
  proofOf: (attemptId: string) => string | null,
): Promise<Scene | null> => {
  const found = isId('ses', sessionId) ? await findSessionRow(sessionId) : null
  const attemptId = found?.session.facts.attempt?.attemptId
  const proof = attemptId === undefined ? null : proofOf(attemptId)
  if (!found || !attemptId || proof === null) return null
  const isTheirs = await isWayProof({ db: tenantDb(found.session.tenantId) }, attemptId, proof)
  return isTheirs ? sceneOfSession(found.session) : null
}
