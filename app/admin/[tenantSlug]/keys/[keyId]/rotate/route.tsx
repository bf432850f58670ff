// POST /admin/:tenantSlug/keys/:keyId/rotate: owners, developers. A new key in place of this one. GET leads to the keys.
import { rotateApiKey } from '#lib/console/keys/rotate-api-key.ts'
import { revealNext } from '#lib/console/reveal-once.ts'
import { orUnknown } from '#lib/web/staff/or-unknown.ts'
import { readOverlap } from '#lib/web/staff/read-overlap.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const POST = staffForm('keys.manage', async ({ desk, form, params }) => {
  const asked = { hours: readOverlap(form), now: new Date() }
  const secret = orUnknown(await rotateApiKey(desk, params.keyId ?? '', asked))
  await revealNext(desk, 'api_key', secret)
  return { to: consolePath(desk.tenant.slug, 'keys'), flash: 'created' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'keys'))
