// POST /admin/:tenantSlug/sign-on/check: owners. Looks for the record of the domain, now. GET leads to the page.
import { checkDomain } from '#lib/console/sign-on/check-domain.ts'
import { orUnknown } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'sign-on'))
export const POST = staffForm('sign_on.manage', async ({ desk }) => {
  const result = orUnknown(await checkDomain(desk, new Date()))
  const to = `${consolePath(desk.tenant.slug, 'sign-on')}#proof`
  return result === 'found' ? { to, flash: 'sign_on_found' } : { to }
})
