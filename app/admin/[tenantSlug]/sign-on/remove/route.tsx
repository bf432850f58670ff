// POST /admin/:tenantSlug/sign-on/remove: owners. Takes the provider away and ends its sessions. GET leads to the page.
import { removeSignOn } from '#lib/console/sign-on/change-sign-on.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'sign-on'))
export const POST = staffForm('sign_on.manage', async ({ desk }) => {
  await removeSignOn(desk, new Date())
  return { to: consolePath(desk.tenant.slug, 'sign-on'), flash: 'sign_on_removed' }
})
