// GET, POST /admin/:tenantSlug/domain: owners, developers; others of the brand may look. Hosts of the tenant's own and
// their DNS records; POST adds one.
import { addDomain } from '#lib/console/domains/change-domains.ts'
import { staffForm, staffPage } from '../../_doors/staff-door.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { domainView } from './domain-view.tsx'

export const GET = staffPage('domain.view', (scene) => domainView(scene))

export const POST = staffForm('domain.manage', async ({ form, ...scene }) => {
  const typed = form.get('host').trim()
  const added = await addDomain(scene.desk, typed)
  if (!added.ok) return domainView(scene, { typed, flaw: added.reason })
  return { to: consolePath(scene.desk.tenant.slug, 'domain'), flash: 'domain_added' }
})
