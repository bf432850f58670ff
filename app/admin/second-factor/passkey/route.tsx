// GET, POST /admin/second-factor/passkey: members. What the browser is asked to sign, and what it signed.
import { askPasskey, proveByPasskey } from '#lib/console/factors/prove-by-passkey.ts'
import { readForm } from '#lib/web/read-form.ts'
import { respondWithJson, seeOther } from '#lib/web/respond.ts'
import { readPasskeyAnswer } from '#lib/web/staff/read-passkey-answer.ts'
import { requireSite } from '#lib/web/staff/relying-party.ts'
import { nextPath } from '#lib/web/staff/sign-in-again.ts'
import { takeFactorTurn } from '#lib/web/take-turns.ts'
import { showFactor } from '../../_doors/respond-with-factor.tsx'
import { memberDoor } from '../../_doors/staff-door.tsx'

export const GET = memberDoor(async ({ request, signedIn }) =>
  respondWithJson(await askPasskey(signedIn, requireSite(request))),
)

export const POST = memberDoor(async (visit) => {
  const { request, signedIn } = visit
  await takeFactorTurn(signedIn.member.id)
  const form = await readForm(request)
  const isProven = await proveByPasskey(signedIn, requireSite(request), readPasskeyAnswer(form.get('answer')))
  const next = nextPath(form.get('next'))
  return isProven ? seeOther(next) : showFactor(visit, 'passkey', next)
})
