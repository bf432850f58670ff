// GET /l/:token/declined: whoever holds a personal link. Where a person ends who chose not to begin and whose tenant has
// no page to return to.
import { findPersonalDoor } from '#lib/flow/open-personal-link.ts'
import { browserFrom } from '#lib/web/door-cookie.ts'
import { fieldsOf, wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithDeclined, respondWithVisit } from '../../../_front-door/respond-with-front-door.tsx'

export const GET = pageDoor(async (request, { token = '' }) => {
  await takeTurns(request, 'link', {})
  const wishes = wishesFrom(request, new URL(request.url).searchParams)
  const found = orProblem(await findPersonalDoor(token, wishes, browserFrom(request)))
  if (found.kind === 'visit') return respondWithVisit(found.visit)
  const { door, link } = found
  const { expiresAt } = link
  return respondWithDeclined({ door, path: `/l/${token}`, hidden: fieldsOf(wishes), expiresAt })
})
