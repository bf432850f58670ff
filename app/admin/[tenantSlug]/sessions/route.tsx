// GET /admin/:tenantSlug/sessions: owners, analysts, support, developers. Visits, the newest first, with search and
// filters in the address.
import { findVisits } from '#lib/console/visits/find-visits.ts'
import { listAddress } from '#lib/web/console/list-query.ts'
import { visitQuery } from '#lib/web/console/visit-query.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { VisitsPage } from './visits-page.tsx'

export const GET = staffPage('sessions.view', async ({ request, desk, language, t }) => {
  const query = visitQuery(request)
  const found = await findVisits(desk, query)
  return {
    place: 'sessions',
    title: t('console.sections.sessions'),
    lead: t('console.visits.lead'),
    body: (
      <VisitsPage
        address={listAddress(request)}
        desk={desk}
        found={found}
        language={language}
        now={new Date()}
        query={query}
        t={t}
      />
    ),
  }
})
