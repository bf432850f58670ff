// GET /connect/:sessionId/:step: whose browser holds the visit's proof. The page of a step that may be visited; any
// other address below a visit leads to the step that is due, and one with nothing left to show back to the business.
import { leaveVisit } from '#lib/compat/connect/leave-visit.ts'
import { isStraightBack } from '#lib/flow/custom/straight-on.ts'
import { viewStep } from '#lib/flow/view-step.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { isStepId } from '#lib/journey/step-ids.ts'
import { limitSearch } from '#lib/web/limit-step.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithStep } from '../_ui/respond-with-step.tsx'

export const GET = pageDoor(async (request, { sessionId = '', step = '' }) => {
  const { open, proof } = await visitFrom(request, sessionId)
  if (isStraightBack(open)) return seeOther(await leaveVisit(open, proof))
  if (!isStepId(step)) return seeOther(`/connect/${sessionId}/${currentStep(open.visit)}`)
  await limitSearch(request, open)
  const viewed = await viewStep(open, step, new URL(request.url).searchParams)
  if (!viewed.ok) return seeOther(`/connect/${sessionId}/${viewed.reason}`)
  return respondWithStep(request, open, viewed.value)
})
