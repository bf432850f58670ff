// POST /admin/:tenantSlug/links/bring-back: owners, support. A link that was taken back opens again. GET: leads to the list.
import { actorOf } from '#lib/console/desk.ts'
import { bringBackLink } from '#lib/links/revoke-link.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const POST = staffForm('links.create', async ({ desk, form }) => {
  const id = form.get('subject')
  const isBack = await bringBackLink(desk.db, id, { actor: actorOf(desk), now: new Date() })
  const { slug } = desk.tenant
  return isBack
    ? { to: consolePath(slug, 'links', id), flash: 'brought_back' }
    : { to: consolePath(slug, 'links'), flash: 'not_brought_back' }
})

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/links`)
