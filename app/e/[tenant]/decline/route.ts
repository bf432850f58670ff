// POST /e/:tenant/decline: anybody with the tenant's public link. Leads back to the tenant without a visit, or to a page
// of ours where the tenant has no address to return to.
// GET: leads to the page that has the form.
import { declinedUrlOf } from '#lib/flow/decline-link.ts'
import { findFrontDoor } from '#lib/flow/open-link.ts'
import { declinedPath, wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const POST = pageDoor(async (request, { tenant = '' }) => {
  await takeTurns(request, 'link', { tenant })
  const wishes = wishesFrom(request, await readForm(request))
  const door = orProblem(await findFrontDoor(tenant, wishes))
  return seeOther((await declinedUrlOf(door)) ?? declinedPath(`/e/${tenant}`, wishes))
})

export const GET = leadsTo(({ tenant }) => `/e/${tenant}`)
