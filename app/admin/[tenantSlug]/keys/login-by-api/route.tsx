// POST /admin/:tenantSlug/keys/login-by-api: owners, developers. Whether the tenant's server may hand in credentials. GET
// leads to the keys.
import { setLoginByApi } from '#lib/console/keys/data-keys.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const POST = staffForm('keys.manage', async ({ desk, form }) => {
  await setLoginByApi(desk, form.get('isAllowed') === 'yes')
  return { to: consolePath(desk.tenant.slug, 'keys'), flash: 'saved' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'keys'))
