// POST /admin/:tenantSlug/keys/data/:keyId/revoke: owners, developers. Ends a credential at once. GET leads to the keys.
import { revokeDataKey } from '#lib/console/keys/data-keys.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../../_ui/navigation.ts'

export const POST = staffForm('keys.manage', async ({ desk, params }) => {
  orNotFound(await revokeDataKey(desk, params.keyId ?? '', new Date()))
  return { to: consolePath(desk.tenant.slug, 'keys'), flash: 'ended' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'keys'))
