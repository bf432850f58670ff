// GET /l/:token: whoever holds a personal link. Shows who asks and what will happen, and spends nothing, for mail
// scanners and previews come by GET. A link that this browser has spent leads back into its visit.
import { findPersonalDoor } from '#lib/flow/open-personal-link.ts'
import { browserFrom } from '#lib/web/door-cookie.ts'
import { fieldsOf, wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { respondWithFrontDoor, respondWithVisit } from '../../_front-door/respond-with-front-door.tsx'

export const GET = pageDoor(async (request, { token = '' }) => {
  await takeTurns(request, 'link', {})
  const wishes = wishesFrom(request, new URL(request.url).searchParams)
  const browser = browserFrom(request)
  const found = orProblem(await findPersonalDoor(token, wishes, browser))
  if (found.kind === 'visit') return respondWithVisit(found.visit)
  const { door, link } = found
  const headers = { 'set-cookie': browser.setCookie }
  const { expiresAt } = link
  return respondWithFrontDoor({ door, path: `/l/${token}`, hidden: fieldsOf(wishes), expiresAt, headers })
})
