// POST /l/:token/open: whoever holds a personal link. Spends it for its one visit and gives this browser the proof; in
// the browser that has spent it, leads back into that visit.
// GET: leads to the page that has the form.
import { openPersonalLink } from '#lib/flow/open-personal-link.ts'
import { browserFrom } from '#lib/web/door-cookie.ts'
import { wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { readForm } from '#lib/web/read-form.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithVisit } from '../../../_front-door/respond-with-front-door.tsx'

export const POST = pageDoor(async (request, { token = '' }) => {
  await takeTurns(request, 'link', {})
  const wishes = wishesFrom(request, await readForm(request))
  return respondWithVisit(orProblem(await openPersonalLink(token, wishes, browserFrom(request))))
})

export const GET = leadsTo(({ token }) => `/l/${token}`)
