// POST /l/:token/decline: whoever holds a personal link. Leads back to the tenant, or to a page of ours; the link is not
// spent, so a second thought costs nothing.
// GET: leads to the page that has the form.
import { declinedUrlOf } from '#lib/flow/decline-link.ts'
import { findPersonalDoor } from '#lib/flow/open-personal-link.ts'
import { browserFrom } from '#lib/web/door-cookie.ts'
import { declinedPath, wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithVisit } from '../../../_front-door/respond-with-front-door.tsx'

export const POST = pageDoor(async (request, { token = '' }) => {
  await takeTurns(request, 'link', {})
  const wishes = wishesFrom(request, await readForm(request))
  const found = orProblem(await findPersonalDoor(token, wishes, browserFrom(request)))
  if (found.kind === 'visit') return respondWithVisit(found.visit)
  return seeOther((await declinedUrlOf(found.door)) ?? declinedPath(`/l/${token}`, wishes))
})

export const GET = leadsTo(({ token }) => `/l/${token}`)
