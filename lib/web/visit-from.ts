import { type OpenVisit, openVisit } from '#lib/flow/open-visit.ts'
import { AppError } from '#lib/kit/errors.ts'
import { proofFrom } from './session-cookie.ts'

/** The visit that this request's cookie proves, with the proof. Throws `session_unknown` or `session_expired`. */
export const visitFrom = async (
  request: Request,
  sessionId: string,
): Promise<{ readonly open: OpenVisit; readonly proof: string }> => {
  const proof = proofFrom(request, sessionId)
  const opened = await openVisit(sessionId, proof)
  if (opened.ok && proof) return { open: opened.value, proof }
  if (!opened.ok && opened.reason === 'expired') throw new AppError('session_expired', { sessionId })
  throw new AppError('session_unknown')
}
