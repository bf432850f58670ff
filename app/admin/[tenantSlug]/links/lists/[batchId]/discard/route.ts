// POST /admin/:tenantSlug/links/lists/:batchId/discard: owners, support. Throws away a list of which nothing was made.
// GET: leads to the list.
import { discardList } from '#lib/console/links/confirm-list.ts'
import { leadsTo } from '../../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../../_ui/navigation.ts'

export const POST = staffForm('links.create', async ({ desk, params: { batchId = '' } }) => {
  const lists = consolePath(desk.tenant.slug, 'links/lists')
  const isGone = await discardList(desk, batchId)
  return isGone ? { to: lists, flash: 'list_discarded' } : { to: `${lists}/${batchId}` }
})

export const GET = leadsTo(({ tenantSlug, batchId }) => `/admin/${tenantSlug}/links/lists/${batchId}`)
