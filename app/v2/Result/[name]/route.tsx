// GET /v2/Result/:institution?visit=…: whose browser holds the visit's proof. Where a framed visit ends: tells the page
// around, and leads on if an address was given.
import { viewStep } from '#lib/flow/view-step.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithStep } from '../../../connect/[sessionId]/_ui/respond-with-step.tsx'

export const GET = pageDoor(async (request) => {
  const asked = new URL(request.url).searchParams
  const sessionId = asked.get('visit') ?? ''
  const { open } = await visitFrom(request, sessionId)
  const viewed = await viewStep(open, 'done', asked)
  return viewed.ok
    ? respondWithStep(request, open, viewed.value)
    : seeOther(`/connect/${sessionId}/${viewed.reason}`)
})
