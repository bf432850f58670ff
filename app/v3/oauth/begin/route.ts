// GET /v3/oauth/begin?…: whoever a business sends. Opens a visit at the institution that its own screens name, and leads
// into it.
import { readAuthorizeRequest } from '#lib/compat/custom/authorize-request.ts'
import { openCustomVisit } from '#lib/flow/custom/open-custom-visit.ts'
import { askedSearch } from '#lib/web/asked-address.ts'
import { refusedTo } from '#lib/web/custom-way.ts'
import { seeOther } from '#lib/web/respond.ts'
import { sessionCookie } from '#lib/web/session-cookie.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const GET = pageDoor(async (request) => {
  await takeTurns(request, 'link', {})
  const opened = await openCustomVisit(readAuthorizeRequest(request.headers, askedSearch(request)))
  if (!opened.ok) return seeOther(refusedTo(opened.reason))
  const { id, proof } = opened.value
  return seeOther(`/connect/${id}`, { 'set-cookie': sessionCookie(id, proof) })
})
