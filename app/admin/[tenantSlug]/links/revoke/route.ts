// POST /admin/:tenantSlug/links/revoke: owners, support. Takes back a link that nobody has opened.
// GET: leads to the list.
import { actorOf } from '#lib/console/desk.ts'
import { revokeLink } from '#lib/links/revoke-link.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const POST = staffForm('links.create', async ({ desk, form }) => {
  const by = { actor: actorOf(desk), now: new Date() }
  const id = form.get('linkId')
  const to = consolePath(desk.tenant.slug, 'links')
  if (!(await revokeLink(desk.db, id, by))) return { to, flash: 'link_not_revoked' }
  return { to, flash: 'link_revoked', subject: id }
})

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/links`)
