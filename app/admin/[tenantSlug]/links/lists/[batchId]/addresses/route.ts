// POST /admin/:tenantSlug/links/lists/:batchId/addresses: owners, support. The addresses of a list's links, made now, as
// a file. GET: leads to the list.
import { takeAddresses } from '#lib/console/links/take-addresses.ts'
import { AppError } from '#lib/kit/errors.ts'
import { respondWithCsv } from '#lib/web/respond-with-file.ts'
import { leadsTo } from '../../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../../_doors/staff-door.tsx'

export const POST = staffForm('links.create', async ({ desk, params: { batchId = '' } }) => {
  const file = await takeAddresses(desk, batchId, new Date())
  if (file === null) throw new AppError('not_found')
  return respondWithCsv('links', file)
})

export const GET = leadsTo(({ tenantSlug, batchId }) => `/admin/${tenantSlug}/links/lists/${batchId}`)
