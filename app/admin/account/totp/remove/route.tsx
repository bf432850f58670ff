// POST /admin/account/totp/remove: members. The app is no second factor any more. GET leads to the account.
import { dropTotp } from '#lib/console/factors/enrol-totp.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { backToAccount } from '../../../_doors/respond-with-account.tsx'
import { ownDoor } from '../../../_doors/staff-door.tsx'

export const POST = ownDoor(async ({ signedIn }) => {
  await dropTotp(signedIn)
  return backToAccount('saved')
})
export const GET = leadsTo(() => '/admin/account')
