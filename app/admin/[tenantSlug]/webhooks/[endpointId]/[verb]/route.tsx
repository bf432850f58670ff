// POST /admin/:tenantSlug/webhooks/:endpointId/:verb: owners, developers. `test`, `pause`, `resume`, `roll` (a new secret),
// `change` and `delete`. GET leads to the endpoint.
import { changeEndpoint, endpointVerbs } from '#lib/console/webhooks/change-endpoint.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { endpointView } from '../endpoint-view.tsx'

export const POST = staffForm('webhooks.manage', async ({ form, ...scene }) => {
  const { desk, params } = scene
  const { endpointId = '' } = params
  const verb = orNotFound(endpointVerbs.find((one) => one === params.verb) ?? null)
  const [url, seen] = [form.get('url').trim(), form.get('seen')]
  const typed = { url, eventNames: form.all('eventNames'), seen }
  const done = await changeEndpoint(desk, endpointId, verb, typed)
  if (!done.ok) return endpointView(scene, { reason: done.reason, typed })
  const path = verb === 'delete' ? ['webhooks'] : ['webhooks', endpointId]
  return { to: consolePath(desk.tenant.slug, ...path), flash: `endpoint_${verb}` as const }
})
export const GET = leadsTo(({ tenantSlug = '', endpointId = '' }) =>
  consolePath(tenantSlug, 'webhooks', endpointId),
)
