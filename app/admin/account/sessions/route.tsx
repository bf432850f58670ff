// POST /admin/account/sessions: members. Signs out one of their other browsers, or all of them. GET leads to the account.

import { endOwnSessions } from '#lib/console/end-own-sessions.ts'
import { readForm } from '#lib/web/read-form.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { backToAccount } from '../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../_doors/staff-door.tsx'

export const POST = ownDoor(async ({ request, signedIn }) => {
  await endOwnSessions(signedIn, (await readForm(request)).get('id'), new Date())
  return backToAccount('signed_out_elsewhere')
})
export const GET = leadsTo(() => '/admin/account')
