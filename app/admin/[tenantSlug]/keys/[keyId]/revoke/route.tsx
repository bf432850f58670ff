// POST /admin/:tenantSlug/keys/:keyId/revoke: owners, developers. Ends a key for ever. GET leads to the keys.
import { actorOf } from '#lib/console/desk.ts'
import { revokeApiKey } from '#lib/tenants/revoke-api-key.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const POST = staffForm('keys.manage', async ({ desk, params }) => {
  orNotFound(await revokeApiKey(desk.db, params.keyId ?? '', { actor: actorOf(desk), now: new Date() }))
  return { to: consolePath(desk.tenant.slug, 'keys'), flash: 'ended' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'keys'))
