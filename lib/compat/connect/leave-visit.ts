import { leave } from '#lib/flow/leave.ts'
import { type OpenVisit, openVisit } from '#lib/flow/open-visit.ts'
import { resultPathOf } from './tell-ending.ts'

/** Ends a visit and answers where to go: in a frame to the page that tells the page around, else to the business. */
export const leaveVisit = async (open: OpenVisit, proof: string): Promise<string> => {
  const address = await leave(open, proof)
  if (!open.session.frame) return address
  const ended = await openVisit(open.session.id, proof)
  return ended.ok ? resultPathOf(ended.value) : address
}
