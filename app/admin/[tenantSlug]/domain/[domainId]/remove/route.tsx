// POST /admin/:tenantSlug/domain/:domainId/remove: owners, developers. The host is served no longer. GET leads to the form.
import { removeDomain } from '#lib/console/domains/change-domains.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/domain`)
export const POST = staffForm('domain.manage', async ({ desk, params }) => {
  orNotFound(await removeDomain(desk, params.domainId ?? ''))
  return { to: consolePath(desk.tenant.slug, 'domain'), flash: 'domain_removed' }
})
