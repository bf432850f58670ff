// POST /admin/:tenantSlug/links/make: owners, support. Makes a personal link; its address is shown this once, for it is
// kept nowhere, or mailed. GET: leads to the page that has the form.
import { makeLink } from '#lib/console/links/make-link.ts'
import { oneLinkForm } from '#lib/web/console/link-forms.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { flawedLinkView, madeLinkView } from './made-link.tsx'

export const POST = staffForm('links.create', async ({ desk, form, t }) => {
  const order = oneLinkForm(form)
  const made = await makeLink(desk, order, new Date())
  const path = consolePath(desk.tenant.slug, 'links')
  if (!made.ok) return flawedLinkView({ flaws: made.reason, typed: order.cells, path, t })
  return order.isMailed ? { to: path, flash: 'link_sent' } : madeLinkView({ url: made.value.url, path, t })
})

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/links`)
