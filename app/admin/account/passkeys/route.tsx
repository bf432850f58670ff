// GET, POST /admin/account/passkeys: members. What the browser is asked to make, and what it made.
import { enrolPasskey, offerPasskey } from '#lib/console/factors/enrol-passkey.ts'
import { readForm } from '#lib/web/read-form.ts'
import { respondWithJson, seeOther } from '#lib/web/respond.ts'
import { readPasskeyAnswer } from '#lib/web/staff/read-passkey-answer.ts'
import { requireSite } from '#lib/web/staff/relying-party.ts'
import { nextPath } from '#lib/web/staff/sign-in-again.ts'
import { afterFactor, passkeyLabel, showAccount } from '../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../_doors/staff-door.tsx'

export const GET = ownDoor(async ({ request, signedIn }) =>
  respondWithJson(await offerPasskey(signedIn, requireSite(request))),
)

export const POST = ownDoor(async (visit) => {
  const form = await readForm(visit.request)
  const made = { response: readPasskeyAnswer(form.get('answer')), label: passkeyLabel(form, visit) } as const
  const isKept = await enrolPasskey(visit.signedIn, requireSite(visit.request), made as never)
  return isKept ? seeOther(afterFactor(nextPath(form.get('next')))) : showAccount(visit, 'passkey')
})
