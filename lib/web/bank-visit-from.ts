import { type BankVisit, openBankVisit } from '#lib/flow/open-bank-visit.ts'
import { AppError } from '#lib/kit/errors.ts'
import { proofFrom } from './session-cookie.ts'

/** The visit that this request may lead to a bank, by its cookie or by the pass that its page holds. */
export const bankVisitFrom = async (
  request: Request,
  sessionId: string,
  pass: string,
): Promise<BankVisit> => {
  const opened = await openBankVisit(sessionId, { proof: proofFrom(request, sessionId), pass })
  if (opened.ok) return opened.value
  throw new AppError(opened.reason === 'expired' ? 'session_expired' : 'session_unknown', { sessionId })
}
