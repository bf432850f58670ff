// GET /admin/:tenantSlug/connections: owners, support, developers. Connections, the newest first; those that need
// somebody, or one by its id.
import { listConnectionRecords } from '#lib/flow/connection-records.ts'
import { connectionQuery } from '#lib/web/console/connection-query.ts'
import { listAddress } from '#lib/web/console/list-query.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { ConnectionsPage } from './connections-page.tsx'

export const GET = staffPage('connections.view', async ({ request, desk, language, t }) => {
  const query = connectionQuery(request)
  const { limit, sought, before, needsAttention } = query
  const asked = { ...sought, before, needsAttention, limit: limit + 1, isTestOnly: false, now: new Date() }
  const records = await listConnectionRecords(desk.db, asked)
  const page = { records, query, address: listAddress(request), language, t }
  return {
    place: 'connections',
    title: t('console.sections.connections'),
    lead: t('console.connections.lead'),
    body: <ConnectionsPage {...page} />,
  }
})
