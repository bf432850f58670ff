// POST /admin/:tenantSlug/domain/:domainId/check: owners, developers. Asks DNS now. GET leads to the form.
import { checkDomain } from '#lib/console/domains/change-domains.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/domain`)
export const POST = staffForm('domain.manage', async ({ desk, params }) => {
  const settled = orNotFound(await checkDomain(desk, params.domainId ?? '', new Date()))
  const isReady = settled === 'verified'
  return {
    to: `${consolePath(desk.tenant.slug, 'domain')}#${params.domainId}`,
    flash: isReady ? 'domain_ready' : 'domain_checked',
  }
})
