// POST /admin/:tenantSlug/connections/:connectionId/refresh: owners, support. Asks the bank again, under a consent that
// lets it. GET: leads to the connection.
import { refreshNow } from '#lib/console/connections/refresh-now.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { refreshFlash } from './refresh-flash.ts'

export const POST = staffForm('connections.act', async ({ desk, params: { connectionId = '' } }) => {
  const flash = refreshFlash(await refreshNow(desk, connectionId, new Date()))
  return { to: consolePath(desk.tenant.slug, 'connections', connectionId), flash }
})

export const GET = leadsTo(
  ({ tenantSlug, connectionId }) => `/admin/${tenantSlug}/connections/${connectionId}`,
)
