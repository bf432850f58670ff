// GET /admin/:tenantSlug/links/lists/:batchId/errors: owners, support. The rows that cannot become links, as a file.
import { listErrors } from '#lib/console/links/list-errors.ts'
import { respondWithCsv } from '#lib/web/respond-with-file.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { staffPage } from '../../../../../_doors/staff-door.tsx'
import { flawWords } from '../../../flaw-words.ts'

export const GET = staffPage('links.create', async ({ desk, params: { batchId = '' }, t }) =>
  respondWithCsv('errors', orNotFound(await listErrors(desk, batchId, (flaw) => flawWords(flaw, t)))),
)
