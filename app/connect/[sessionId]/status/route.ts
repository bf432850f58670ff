// GET /connect/:sessionId/status: whose browser holds the visit's proof. For a page that waits: asks the bank for news
// when it is time, and says which step is due, and how long the visit waits. Looking does not make it wait longer.
import { visitStatus } from '#lib/flow/visit-status.ts'
import { timeOf } from '#lib/flow/visit-time.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { door } from '#lib/web/door.ts'
import { respondWithJson } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'

export const GET = door(
  ({ code }) => respondWithJson({ code }, errorTable[code].status),
  async (request, { sessionId = '' }) => {
    const { open, proof } = await visitFrom(request, sessionId)
    return respondWithJson({ ...(await visitStatus(open, proof)), time: timeOf(open) })
  },
)
