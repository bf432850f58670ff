// GET /admin/:tenantSlug/funnel/csv: owners, analysts. What the page of the same address shows, as a file.
import { readFunnels } from '#lib/console/funnel/read-funnels.ts'
import { funnelCsv } from '#lib/funnel/funnel-csv.ts'
import { funnelQuery } from '#lib/web/console/funnel-query.ts'
import { respondWithCsv } from '#lib/web/respond-with-file.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'

export const GET = staffPage('funnel.view', async ({ request, desk, language }) => {
  const query = funnelQuery(request, new Date())
  const { funnel, filter } = await readFunnels(desk, { ...query, language })
  return respondWithCsv(`funnel-${filter.from}-${filter.to}`, funnelCsv(funnel, query.by))
})
