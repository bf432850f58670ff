// GET /admin/:tenantSlug/audit/verify: owners, approvers. Walks the chain of hashes and says whether it is whole.
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { VerifyNote } from './verify-note.tsx'

export const GET = staffPage('audit.view', async ({ desk, t }) => ({
  place: 'audit',
  title: t('console.audit.verified'),
  crumbs: [{ label: t('console.sections.audit'), href: consolePath(desk.tenant.slug, 'audit') }],
  body: <VerifyNote result={await verifyAudit(desk.db)} t={t} />,
}))
