// GET /callback/:connector: back from the bank's own page. Whose browser was sent there by this house and brings the
// value that it was sent with. Leads into the visit, by the tenant's own host where it lives there; anybody else is told
// nothing.
import { comeBack } from '#lib/flow/come-back.ts'
import { findWayHome } from '#lib/flow/find-way-home.ts'
import { AppError } from '#lib/kit/errors.ts'
import { placeOf } from '#lib/web/host-place.ts'
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
  if (back) return seeOther(`/connect/${back.sessionId}/returned`)
  const place = await placeOf(request)
  const wayHome = await findWayHome(
    connector,
    pathname + search,
    place.kind === 'own_host' ? place.host : null,
  )
  if (!wayHome) throw new AppError('callback_unknown')
  return seeOther(wayHome)
})
