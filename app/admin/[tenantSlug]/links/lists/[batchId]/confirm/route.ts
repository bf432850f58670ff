// POST /admin/:tenantSlug/links/lists/:batchId/confirm: owners, support. Lets the links of a list be made, and mailed.
// GET: leads to the list.
import { confirmList } from '#lib/console/links/confirm-list.ts'
import { leadsTo } from '../../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../../_ui/navigation.ts'

export const POST = staffForm('links.create', async ({ desk, params: { batchId = '' } }) => {
  const to = consolePath(desk.tenant.slug, 'links/lists', batchId)
  return (await confirmList(desk, batchId, new Date())) ? { to, flash: 'list_confirmed' } : { to }
})

export const GET = leadsTo(({ tenantSlug, batchId }) => `/admin/${tenantSlug}/links/lists/${batchId}`)
