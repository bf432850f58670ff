// GET, POST /admin/:tenantSlug/keys: owners, developers. Keys of the API and of the data API; POST makes one of the first.
import { createApiKeyAtDesk } from '#lib/console/keys/create-api-key-at-desk.ts'
import { revealNext } from '#lib/console/reveal-once.ts'
import { staffForm, staffPage } from '../../_doors/staff-door.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { keysView } from './keys-view.tsx'

export const GET = staffPage('keys.view', (scene) => keysView(scene))

export const POST = staffForm('keys.manage', async ({ form, ...scene }) => {
  const typed = { label: form.get('label'), mode: form.get('mode'), scopes: form.all('scopes') }
  const made = await createApiKeyAtDesk(scene.desk, typed)
  if (!made.ok) return keysView(scene, { ...typed, flaws: made.reason })
  await revealNext(scene.desk, 'api_key', made.value)
  return { to: consolePath(scene.desk.tenant.slug, 'keys'), flash: 'created' }
})
