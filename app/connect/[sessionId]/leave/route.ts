// POST /connect/:sessionId/leave: whose browser holds the visit's proof. The one way out: ends the visit and leads
// back to the business.
// GET: leads to the page that has the form.
import { leaveVisit } from '#lib/compat/connect/leave-visit.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const POST = pageDoor(async (request, { sessionId = '' }) => {
  const { open, proof } = await visitFrom(request, sessionId)
  return seeOther(await leaveVisit(open, proof))
})

export const GET = leadsTo(({ sessionId }) => `/connect/${sessionId}`)
