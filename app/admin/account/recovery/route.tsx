// GET, POST /admin/account/recovery: members. New codes on paper, shown once; POST makes them in place of the former.
import { recoveryReveal, renewRecoveryCodes } from '#lib/console/factors/after-enrolling.ts'
import { takeReveal } from '#lib/staff/session-secret-store.ts'
import { seeOther } from '#lib/web/respond.ts'
import { nextFrom } from '#lib/web/staff/sign-in-again.ts'
import { afterFactor, respondWithCodes } from '../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../_doors/staff-door.tsx'

export const GET = ownDoor(async (visit) => {
  const next = nextFrom(visit.request)
  const reveal = await takeReveal(visit.signedIn.session.id, recoveryReveal)
  return reveal ? respondWithCodes(visit, reveal.lines, next) : seeOther(next)
})

export const POST = ownDoor(async ({ signedIn }) => {
  await renewRecoveryCodes(signedIn)
  return seeOther(afterFactor('/admin/account'))
})
