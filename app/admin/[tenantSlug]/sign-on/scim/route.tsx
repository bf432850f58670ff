// POST /admin/:tenantSlug/sign-on/scim: owners. A token with which the tenant's provider keeps its team; one that is in use
// works for a day more. GET leads to the page.
import { makeScimToken } from '#lib/console/provisioning/scim-token.ts'
import { revealNext } from '#lib/console/reveal-once.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'sign-on'))
export const POST = staffForm('sign_on.manage', async ({ desk }) => {
  await revealNext(desk, 'scim_token', await makeScimToken(desk, new Date()))
  return { to: consolePath(desk.tenant.slug, 'sign-on'), flash: 'created' }
})
