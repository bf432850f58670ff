// GET /connect/:sessionId/:step: whose browser holds the visit's proof. The page of a step that may be visited; any
// other address below a visit leads to the step that is due.
import { viewStep } from '#lib/flow/view-step.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { isStepId } from '#lib/journey/step-ids.ts'
import { assets } from '#lib/web/assets.ts'
import { limitSearch } from '#lib/web/limit-step.ts'
import { originsOf } from '#lib/web/origins-of.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { StepDocument } from '../_ui/step-document.tsx'

export const GET = pageDoor(async (request, { sessionId = '', step = '' }) => {
  const { open } = await visitFrom(request, sessionId)
  if (!isStepId(step)) return seeOther(`/connect/${sessionId}/${currentStep(open.visit)}`)
  await limitSearch(request, open)
  const viewed = await viewStep(open, step, new URL(request.url).searchParams)
  if (!viewed.ok) return seeOther(`/connect/${sessionId}/${viewed.reason}`)
  return respondWithPage({
    formTargets: originsOf(open.session.returnUrl),
    render: (nonce) => <StepDocument assets={assets()} nonce={nonce} {...viewed.value} />,
  })
})
