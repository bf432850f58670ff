// GET, POST /admin/:tenantSlug/webhooks: owners, developers. Addresses that are told of what happens; POST adds one.

import { revealNext } from '#lib/console/reveal-once.ts'
import { createEndpointAtDesk } from '#lib/console/webhooks/create-endpoint-at-desk.ts'
import { staffForm, staffPage } from '../../_doors/staff-door.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { webhooksView } from './webhooks-view.tsx'

export const GET = staffPage('webhooks.view', (scene) => webhooksView(scene))

export const POST = staffForm('webhooks.manage', async ({ form, ...scene }) => {
  const typed = {
    url: form.get('url').trim(),
    envelope: form.get('envelope'),
    eventNames: form.all('eventNames'),
    isTest: form.get('isTest') === 'yes',
  }
  const made = await createEndpointAtDesk(scene.desk, typed)
  if (!made.ok) return webhooksView(scene, { ...typed, flaw: made.reason })
  await revealNext(scene.desk, 'webhook_secret', made.value.secret)
  return { to: consolePath(scene.desk.tenant.slug, 'webhooks', made.value.id), flash: 'created' }
})
