// POST /admin/:tenantSlug/links/revoke: owners, support. Takes back a link that nobody has opened.
// GET: leads to the list.
import { actorOf } from '#lib/console/desk.ts'
import { revokeLink } from '#lib/links/revoke-link.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const POST = staffForm('links.create', async ({ desk, form }) => {
  const by = { actor: actorOf(desk), now: new Date() }
  const isRevoked = await revokeLink(desk.db, form.get('linkId'), by)
  return {
    to: consolePath(desk.tenant.slug, 'links'),
    flash: isRevoked ? 'link_revoked' : 'link_not_revoked',
  }
})

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/links`)
