// GET /admin/:tenantSlug/audit/export: owners, approvers. The changes that the filters leave, as a file.
import { changesCsv } from '#lib/console/audit/changes-csv.ts'
import { findChanges } from '#lib/console/audit/find-changes.ts'
import { respondWithCsv } from '#lib/web/respond-with-file.ts'
import { auditQuery } from '#lib/web/staff/audit-query.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'

const mostExported = 50_000

export const GET = staffPage('audit.view', async ({ request, desk }) =>
  respondWithCsv('audit-log', changesCsv(await findChanges(desk, auditQuery(request, mostExported)))),
)
