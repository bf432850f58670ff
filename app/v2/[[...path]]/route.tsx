// GET /v2, /v2/Credential/:institution: a page that frames the journey, or a window that goes on in its place. POST
// the same: our own page in the frame, with the token that stood in the fragment. Opens a visit or says why not.
import { enterFrame } from '#lib/compat/connect/enter-frame.ts'
import { readFrameRequest } from '#lib/compat/connect/frame-request.ts'
import { aroundOf } from '#lib/web/framing.ts'
import { readForm } from '#lib/web/read-form.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { respondToFrame } from '../_ui/respond-to-frame.tsx'

export const GET = pageDoor(async (request) => {
  const asked = readFrameRequest(request, aroundOf(request))
  if (asked.keepsCookies) await takeTurns(request, 'link', {})
  return respondToFrame(request, asked, await enterFrame(asked))
})

export const POST = pageDoor(async (request) => {
  const asked = readFrameRequest(request, aroundOf(request), await readForm(request))
  if (asked.keepsCookies) await takeTurns(request, 'link', {})
  return respondToFrame(request, asked, await enterFrame(asked))
})
