// GET /connect/:sessionId/returned: whose browser holds what it was given on its way to the bank. The last page of a
// window that opened beside a frame; a window that holds the visit's proof goes on in the visit.
import { findReturnedScene } from '#lib/flow/find-returned-scene.ts'
import { AppError } from '#lib/kit/errors.ts'
import { seeOther } from '#lib/web/respond.ts'
import { proofFrom } from '#lib/web/session-cookie.ts'
import { wayProofFrom } from '#lib/web/way-cookie.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithWindow } from './respond-with-window.tsx'

export const GET = pageDoor(async (request, { sessionId = '' }) => {
  if (proofFrom(request, sessionId)) return seeOther(`/connect/${sessionId}`)
  const scene = await findReturnedScene(sessionId, (attemptId) => wayProofFrom(request, attemptId))
  if (!scene) throw new AppError('callback_unknown')
  return respondWithWindow(scene, 'returned')
})
