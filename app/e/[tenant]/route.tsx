// GET /e/:tenant: anybody with the tenant's public link. Shows who asks and what will happen; opens nothing, for mail
// scanners and previews come by GET. A browser that has begun may go on where it stopped.
import { findResumable } from '#lib/flow/find-resumable.ts'
import { findFrontDoor } from '#lib/flow/open-link.ts'
import { fieldsOf, wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { heldProofs } from '#lib/web/session-cookie.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { respondWithFrontDoor } from '../../_front-door/respond-with-front-door.tsx'

export const GET = pageDoor(async (request, { tenant = '' }) => {
  await takeTurns(request, 'link', { tenant })
  const wishes = wishesFrom(request, new URL(request.url).searchParams)
  const door = orProblem(await findFrontDoor(tenant, wishes))
  const id = await findResumable(door.db.tenantId, heldProofs(request))
  const resumePath = id && `/connect/${id}`
  return respondWithFrontDoor({ door, path: `/e/${tenant}`, hidden: fieldsOf(wishes), resumePath })
})
