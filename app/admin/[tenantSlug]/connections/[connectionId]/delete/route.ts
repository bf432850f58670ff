// POST /admin/:tenantSlug/connections/:connectionId/delete: owners, support. Deletes what is kept of a connection and
// ends its consent. GET: leads to the connection.
import { actorOf } from '#lib/console/desk.ts'
import { deleteConnection } from '#lib/flow/delete-connection.ts'
import { AppError } from '#lib/kit/errors.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const POST = staffForm('connections.act', async ({ desk, params: { connectionId = '' } }) => {
  const by = { actor: actorOf(desk), now: new Date() }
  if (!(await deleteConnection(desk.db, connectionId, by))) throw new AppError('not_found')
  return { to: consolePath(desk.tenant.slug, 'connections', connectionId), flash: 'connection_deleted' }
})

export const GET = leadsTo(
  ({ tenantSlug, connectionId }) => `/admin/${tenantSlug}/connections/${connectionId}`,
)
