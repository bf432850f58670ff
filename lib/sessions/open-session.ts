import { sameBytes, sha256 } from '#lib/kit/crypto.ts'
import { isId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type DoorSession, isExpired } from './session.ts'
import { findSessionRow } from './session-store.ts'

/** The visit that `id` names, if `proof` is the one its browser was given; also one that is over. */
export const findProvenSession = async (id: string, proof: string | null): Promise<DoorSession | null> => {
  if (!isId('ses', id) || !proof) return null
  const found = await findSessionRow(id)
  return found && sameBytes(found.proofHash, sha256(proof)) ? found.session : null
}

/**
 * The same, while it lasts. A wrong proof and an unknown id are the same answer (S4); only who holds the proof learns
 * that a visit has expired.
 */
export const openSession = async (
  id: string,
  proof: string | null,
  now: Date,
): Promise<Outcome<DoorSession, 'unknown' | 'expired'>> => {
  const session = await findProvenSession(id, proof)
  if (!session) return failed('unknown')
  return isExpired(session, now) ? failed('expired') : succeeded(session)
}
