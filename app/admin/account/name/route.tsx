// POST /admin/account/name: members. What they are called in the console. GET leads to the account.
import { renameSelf } from '#lib/console/rename-self.ts'
import { readForm } from '#lib/web/read-form.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { backToAccount } from '../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../_doors/staff-door.tsx'

export const POST = ownDoor(async ({ request, signedIn }) => {
  await renameSelf(signedIn, (await readForm(request)).get('name'))
  return backToAccount('saved')
})
export const GET = leadsTo(() => '/admin/account')
