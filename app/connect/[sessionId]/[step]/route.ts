// GET /connect/:sessionId/:anything: whose browser holds the visit's proof. No such step: leads to the one that is due.
import { currentStep } from '#lib/journey/journey.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const GET = pageDoor(async (request, { sessionId = '' }) => {
  const { open } = await visitFrom(request, sessionId)
  return seeOther(`/connect/${sessionId}/${currentStep(open.visit)}`)
})
