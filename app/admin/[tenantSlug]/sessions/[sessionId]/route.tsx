// GET /admin/:tenantSlug/sessions/:sessionId: owners, analysts, support, developers. One visit, step by step.
import { mayAtDesk } from '#lib/console/desk.ts'
import { readVisit } from '#lib/console/visits/read-visit.ts'
import { AppError } from '#lib/kit/errors.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { VisitPage } from './visit-page.tsx'

export const GET = staffPage('sessions.view', async ({ params, desk, language, t }) => {
  const visit = await readVisit(desk, params.sessionId ?? '', new Date())
  if (!visit) throw new AppError('not_found')
  const { slug } = desk.tenant
  const mayConnections = mayAtDesk(desk, 'connections.view')
  return {
    place: 'sessions',
    title: t('console.visits.one', { reference: visit.session.reference ?? visit.session.id }),
    crumbs: [{ label: t('console.sections.sessions'), href: consolePath(slug, 'sessions') }],
    body: <VisitPage {...{ language, slug, mayConnections, t, visit }} />,
  }
})
