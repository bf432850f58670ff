import { isId } from '#lib/kit/ids.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { renewProof } from '#lib/sessions/renew-proof.ts'
import { isExpired } from '#lib/sessions/session.ts'
import { findSessionRow } from '#lib/sessions/session-store.ts'
import { isWindowPass } from './bank-window.ts'
import { type OpenVisit, openVisit, visitOfSession } from './open-visit.ts'

/** How a window stands to the visit: it holds its cookie; it takes the visit over; or it only goes to the bank and back. */
export type BankVisit = { readonly open: OpenVisit } & (
  | { readonly window: 'own' | 'beside' }
  | { readonly window: 'heir'; readonly proof: string }
)

type Shown = { readonly proof: string | null; readonly pass: string }

const byPass = async (sessionId: string, pass: string): Promise<OpenVisit | null> => {
  const found = isId('ses', sessionId) && pass !== '' ? await findSessionRow(sessionId) : null
  const now = new Date()
  if (!found || isExpired(found.session, now) || !found.session.isServed) return null
  const open = await visitOfSession(found.session, now)
  return (await isWindowPass(open, pass)) ? open : null
}

/**
 * The visit, for a window that holds its cookie, or one that holds the pass of its page and no cookie, as it is where the
 * visit stands in a frame. Where the page around asked that the bank takes its whole place, the frame is gone, and the
 * window becomes the visit's own under a new proof.
 */
export const openBankVisit = async (
  sessionId: string,
  { proof, pass }: Shown,
): Promise<Outcome<BankVisit, 'unknown' | 'expired'>> => {
  const opened = await openVisit(sessionId, proof)
  if (opened.ok) return succeeded({ open: opened.value, window: 'own' })
  const open = await byPass(sessionId, pass)
  if (!open) return opened
  if (!open.session.frame?.settings.oauthWindowRedirect) return succeeded({ open, window: 'beside' })
  return succeeded({ open, window: 'heir', proof: await renewProof(open.db, open.session.id) })
}
