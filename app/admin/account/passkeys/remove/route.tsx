// POST /admin/account/passkeys/remove: members. Forgets one of their passkeys. GET leads to the account.
import { dropPasskey } from '#lib/console/factors/enrol-passkey.ts'
import { readForm } from '#lib/web/read-form.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { backToAccount } from '../../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../../_doors/staff-door.tsx'

export const POST = ownDoor(async ({ request, signedIn }) => {
  await dropPasskey(signedIn, (await readForm(request)).get('id'))
  return backToAccount('saved')
})
export const GET = leadsTo(() => '/admin/account')
