// GET /admin/:tenantSlug/funnel: owners, analysts. Where visits finish and where people leave, with filters, comparison
// and groups in the address.
import { readFunnels } from '#lib/console/funnel/read-funnels.ts'
import { funnelQuery } from '#lib/web/console/funnel-query.ts'
import { listAddress } from '#lib/web/console/list-query.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { FunnelPage } from './funnel-page.tsx'

export const GET = staffPage('funnel.view', async ({ request, desk, language, t }) => {
  const query = funnelQuery(request, new Date())
  const read = await readFunnels(desk, { ...query, language })
  return {
    place: 'funnel',
    title: t('console.sections.funnel'),
    lead: t('console.funnel.lead'),
    body: <FunnelPage address={listAddress(request)} language={language} query={query} read={read} t={t} />,
  }
})
