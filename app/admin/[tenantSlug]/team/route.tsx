// GET /admin/:tenantSlug/team: owners. Who works for the tenant and as what.
import { listTeam } from '#lib/staff/membership-store.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { TeamPage } from './team-page.tsx'

export const GET = staffPage('team.view', async ({ desk, t, language }) => ({
  place: 'team',
  title: t('console.sections.team'),
  lead: t('console.team.lead'),
  body: <TeamPage language={language} t={t} team={await listTeam(desk.db)} />,
}))
