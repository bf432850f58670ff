// POST /admin/:tenantSlug/banks/:institutionId/off: owners, developers. A way of the tenant's own is not used any more.
// GET: leads to the bank.
import { setRouteOn } from '#lib/console/banks/change-route.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const POST = staffForm('banks.manage', async ({ desk, form, params }) => {
  orNotFound(await setRouteOn(desk, form.get('routeId'), false, new Date()))
  return { to: consolePath(desk.tenant.slug, 'banks', params.institutionId ?? ''), flash: 'saved' }
})

export const GET = leadsTo(({ tenantSlug, institutionId }) => `/admin/${tenantSlug}/banks/${institutionId}`)
