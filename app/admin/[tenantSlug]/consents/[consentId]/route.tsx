// GET /admin/:tenantSlug/consents/:consentId: owners, support, developers. One consent: who gave it, to which words, and
// what has become of it.
import { viewConsent } from '#lib/console/consents/view-consent.ts'
import { AppError } from '#lib/kit/errors.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { ConsentPage } from './consent-page.tsx'
import { auditPathOf } from './consent-props.ts'

export const GET = staffPage('connections.view', async ({ desk, params, language, t }) => {
  const view = await viewConsent(desk, params.consentId ?? '', new Date())
  if (!view) throw new AppError('not_found')
  const { slug } = desk.tenant
  const auditPath = auditPathOf(desk, view.consent.id)
  return {
    place: 'connections',
    title: t('console.consents.title'),
    crumbs: [{ label: t('console.sections.connections'), href: consolePath(slug, 'connections') }],
    body: <ConsentPage {...{ view, slug, auditPath, language, t }} />,
  }
})
