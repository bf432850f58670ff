// GET, POST /admin/account/totp: members. What an authenticator app reads, and the first code that says that it has.
import { confirmTotp } from '#lib/console/factors/enrol-totp.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { nextFrom, nextPath } from '#lib/web/staff/sign-in-again.ts'
import { takeFactorTurn } from '#lib/web/take-turns.ts'
import { afterFactor, showTotp } from '../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../_doors/staff-door.tsx'

export const GET = ownDoor((visit) => showTotp(visit, nextFrom(visit.request)))

export const POST = ownDoor(async (visit) => {
  await takeFactorTurn(visit.signedIn.member.id)
  const form = await readForm(visit.request)
  const next = nextPath(form.get('next'))
  const isConfirmed = await confirmTotp(visit.signedIn, form.get('code'), new Date())
  return isConfirmed ? seeOther(afterFactor(next)) : showTotp(visit, next, 'code')
})
