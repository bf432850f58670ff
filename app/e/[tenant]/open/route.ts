// POST /e/:tenant/open: anybody with the tenant's public link. Opens a visit and gives this browser its proof.
// GET: leads to the page that has the form.
import { openPublicLink } from '#lib/flow/open-link.ts'
import { wishesFrom } from '#lib/web/link-wishes.ts'
import { orProblem } from '#lib/web/or-problem.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { sessionCookie } from '#lib/web/session-cookie.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const POST = pageDoor(async (request, { tenant = '' }) => {
  await takeTurns(request, 'link', { tenant })
  const { id, proof } = orProblem(await openPublicLink(tenant, wishesFrom(request, await readForm(request))))
  return seeOther(`/connect/${id}`, { 'set-cookie': sessionCookie(id, proof) })
})

export const GET = leadsTo(({ tenant }) => `/e/${tenant}`)
