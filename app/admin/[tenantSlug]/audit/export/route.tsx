// GET /admin/:tenantSlug/audit/export: owners, approvers. All changes that the filters leave, as a file.
import { changesCsv } from '#lib/console/audit/changes-csv.ts'
import { walkChanges } from '#lib/console/audit/find-changes.ts'
import { respondWithCsv } from '#lib/web/respond-with-file.ts'
import { auditQuery } from '#lib/web/staff/audit-query.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'

export const GET = staffPage('audit.view', async ({ request, desk }) => {
  const { limit: _, ...query } = auditQuery(request, 1)
  return respondWithCsv('audit-log', changesCsv(walkChanges(desk, query)))
})
