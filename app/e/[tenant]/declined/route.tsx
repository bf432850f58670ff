// GET /e/:tenant/declined: anybody with the tenant's public link. Where a person ends who chose not to begin and whose
// tenant has no page to return to.
import { findFrontDoor } from '#lib/flow/open-link.ts'
import { fieldsOf, wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithDeclined } from '../../../_front-door/respond-with-front-door.tsx'

export const GET = pageDoor(async (request, { tenant = '' }) => {
  await takeTurns(request, 'link', { tenant })
  const wishes = wishesFrom(request, new URL(request.url).searchParams)
  const door = orProblem(await findFrontDoor(tenant, wishes))
  return respondWithDeclined({ door, path: `/e/${tenant}`, hidden: fieldsOf(wishes) })
})
