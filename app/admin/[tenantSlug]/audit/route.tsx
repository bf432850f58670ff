// GET /admin/:tenantSlug/audit: owners, approvers. Every change, the newest first; filters stand in the address.
import { auditChoices, findChanges } from '#lib/console/audit/find-changes.ts'
import { auditFilters, auditQuery } from '#lib/web/staff/audit-query.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { AuditPage, auditPageSize } from './audit-page.tsx'

export const GET = staffPage('audit.view', async ({ request, desk, language, t }) => {
  const query = auditQuery(request, auditPageSize + 1)
  const [found, choices] = await Promise.all([findChanges(desk, query), auditChoices(desk)])
  const shown = { found, choices, filters: auditFilters(request), isFirst: !query.before }
  return {
    place: 'audit',
    title: t('console.sections.audit'),
    lead: t('console.audit.lead'),
    body: <AuditPage language={language} slug={desk.tenant.slug} t={t} {...shown} />,
  }
})
