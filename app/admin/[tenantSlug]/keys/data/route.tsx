// POST /admin/:tenantSlug/keys/data: owners, developers. A new credential of the data API. GET leads to the keys.
import { createDataKey, dataKeyKinds } from '#lib/console/keys/data-keys.ts'
import { revealNext } from '#lib/console/reveal-once.ts'
import { readChoice } from '#lib/web/staff/read-choice.ts'
import { readOverlap } from '#lib/web/staff/read-overlap.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const POST = staffForm('keys.manage', async ({ desk, form }) => {
  const asked = { hours: readOverlap(form), now: new Date() }
  await revealNext(desk, 'data_key', await createDataKey(desk, readChoice(form, 'kind', dataKeyKinds), asked))
  return { to: consolePath(desk.tenant.slug, 'keys'), flash: 'created' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'keys'))
