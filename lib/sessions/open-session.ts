import { sameBytes, sha256 } from '#lib/kit/crypto.ts'
import { isId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { isExpired, type Session } from './session.ts'
import { findSessionRow } from './session-store.ts'

/**
 * The visit that `id` names, if `proof` is the one its browser was given. A wrong proof and an unknown id are the
 * same answer (S4); only who holds the proof learns that a visit has expired.
 */
export const openSession = async (
  id: string,
  proof: string | null,
  now: Date,
): Promise<Outcome<Session, 'unknown' | 'expired'>> => {
  if (!isId('ses', id) || !proof) return failed('unknown')
  const found = await findSessionRow(id)
  if (!found || !sameBytes(found.proofHash, sha256(proof))) return failed('unknown')
  return isExpired(found.session, now) ? failed('expired') : succeeded(found.session)
}
