// POST /admin/:tenantSlug/sign-on/scim/remove: owners. No token works any more; the team stays. GET leads to the page.
import { removeScimTokens } from '#lib/console/provisioning/scim-token.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'sign-on'))
export const POST = staffForm('sign_on.manage', async ({ desk }) => {
  await removeScimTokens(desk, new Date())
  return { to: consolePath(desk.tenant.slug, 'sign-on'), flash: 'ended' }
})
