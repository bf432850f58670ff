// GET /admin/:tenantSlug/connections: owners, support, developers. Connections, the newest first; those that need
// somebody, or those that are looked for.
import { findConnections } from '#lib/console/connections/find-connections.ts'
import { connectionQuery } from '#lib/web/console/connection-query.ts'
import { listAddress } from '#lib/web/console/list-query.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { ConnectionsPage } from './connections-page.tsx'

export const GET = staffPage('connections.view', async ({ request, desk, language, t }) => {
  const query = connectionQuery(request)
  const found = await findConnections(desk, query, new Date())
  const page = { desk, found, query, address: listAddress(request), language, t }
  return {
    place: 'connections',
    title: t('console.sections.connections'),
    lead: t('console.connections.lead'),
    body: <ConnectionsPage {...page} />,
  }
})
