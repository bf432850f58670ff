// GET /callback/:connector: back from the bank's own page. Whose browser was sent there by this house and brings the
// value that it was sent with. Leads into the visit; anybody else is told nothing.
import { comeBack } from '#lib/flow/come-back.ts'
import { AppError } from '#lib/kit/errors.ts'
import { seeOther } from '#lib/web/respond.ts'
import { wayProofFrom } from '#lib/web/way-cookie.ts'
import { pageDoor } from '../../_doors/page-door.tsx'

export const GET = pageDoor(async (request, { connector = '' }) => {
  const { pathname, search } = new URL(request.url)
  const back = await comeBack({
    connectorId: connector,
    path: pathname + search,
    proofOf: (attemptId) => wayProofFrom(request, attemptId),
  })
  if (!back) throw new AppError('callback_unknown')
  return seeOther(`/connect/${back.sessionId}/returned`)
})
