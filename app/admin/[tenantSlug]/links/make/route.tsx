// POST /admin/:tenantSlug/links/make: owners, support. Makes a personal link; its address is shown by the page after
// this one, or mailed. GET: leads to the page that has the form.
import { makeLink } from '#lib/console/links/make-link.ts'
import { revealLinkNext } from '#lib/console/reveal-once.ts'
import { oneLinkForm } from '#lib/web/console/link-forms.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { flawedLinkView } from './flawed-link.tsx'

export const POST = staffForm('links.create', async ({ desk, form, t }) => {
  const order = oneLinkForm(form)
  const made = await makeLink(desk, order, new Date())
  const path = consolePath(desk.tenant.slug, 'links')
  if (!made.ok) return flawedLinkView({ flaws: made.reason, typed: order, path, t })
  const { link, url } = made.value
  const to = consolePath(desk.tenant.slug, 'links', link.id)
  if (order.isMailed) return { to, flash: 'link_sent' }
  await revealLinkNext(desk, link.id, url)
  return { to }
})

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/links`)
