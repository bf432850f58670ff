// POST /admin/:tenantSlug/connections/:connectionId/repair: owners, support. A link by which the person brings the
// connection back: mailed, or shown this once. GET: leads to the connection.
import { askToRepair } from '#lib/console/connections/ask-to-repair.ts'
import { AppError } from '#lib/kit/errors.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { repairLinkView } from './repair-link.tsx'

export const POST = staffForm('connections.act', async ({ desk, form, params, t }) => {
  const { connectionId: id = '' } = params
  const asked = await askToRepair(desk, { id, isMailed: form.get('action') === 'send' }, new Date())
  if (!asked.ok) throw new AppError('not_found')
  const path = consolePath(desk.tenant.slug, 'connections', id)
  const { url } = asked.value
  return url === null ? { to: path, flash: 'link_sent' } : repairLinkView({ url, path, t })
})

export const GET = leadsTo(
  ({ tenantSlug, connectionId }) => `/admin/${tenantSlug}/connections/${connectionId}`,
)
