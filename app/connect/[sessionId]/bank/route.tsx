// POST /connect/:sessionId/bank: whose browser holds the visit's proof, or the pass of its page where a frame keeps the
// proof. Leads to the page at which the bank lets the person sign in, or to what is due instead.
// GET: leads to the page that has the form.
import { goToBank } from '#lib/flow/go-to-bank.ts'
import { bankVisitFrom } from '#lib/web/bank-visit-from.ts'
import { limitForm } from '#lib/web/limit-step.ts'
import { readForm } from '#lib/web/read-form.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondToWay } from './respond-to-way.tsx'

export const POST = pageDoor(async (request, { sessionId = '' }) => {
  const form = await readForm(request)
  const visit = await bankVisitFrom(request, sessionId, form.get('pass'))
  await limitForm(request, visit.open, 'login')
  return respondToWay(visit, await goToBank(visit.open, form.get('seen')))
})

export const GET = leadsTo(({ sessionId }) => `/connect/${sessionId}`)
