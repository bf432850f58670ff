// POST /admin/:tenantSlug/connections/:connectionId/repair: owners, support. A link by which the person brings the
// connection back: mailed, or shown by the page of the link. GET: leads to the connection.
import { askToRepair } from '#lib/console/connections/ask-to-repair.ts'
import { AppError } from '#lib/kit/errors.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const POST = staffForm('connections.act', async ({ desk, form, params }) => {
  const { connectionId: id = '' } = params
  const asked = await askToRepair(desk, { id, isMailed: form.get('action') === 'send' }, new Date())
  if (!asked.ok) throw new AppError('not_found')
  const { linkId, isShown } = asked.value
  if (isShown) return { to: consolePath(desk.tenant.slug, 'links', linkId) }
  return { to: consolePath(desk.tenant.slug, 'connections', id), flash: 'link_sent' }
})

export const GET = leadsTo(
  ({ tenantSlug, connectionId }) => `/admin/${tenantSlug}/connections/${connectionId}`,
)
