// GET and POST /connect/:sessionId/time: whose browser holds the visit's proof. How long the visit waits, in a frame of
// its own page; a POST makes it wait longer.
import { giveMoreTime } from '#lib/flow/visit-time.ts'
import { door } from '#lib/web/door.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { respondWithTime, respondWithTimeOver } from './respond-with-time.tsx'

export const GET = door(respondWithTimeOver, async (request, { sessionId = '' }) =>
  respondWithTime((await visitFrom(request, sessionId)).open),
)

export const POST = door(respondWithTimeOver, async (request, { sessionId = '' }) => {
  await giveMoreTime((await visitFrom(request, sessionId)).open)
  return seeOther(`/connect/${sessionId}/time`)
})
