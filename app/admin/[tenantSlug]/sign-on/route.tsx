// GET, POST /admin/:tenantSlug/sign-on: owners. How the tenant's own people sign in; POST keeps a provider.
import { saveSignOn } from '#lib/console/sign-on/save-sign-on.ts'
import { staffForm, staffPage } from '../../_doors/staff-door.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { signOnView } from './sign-on-view.tsx'
import { typedSignOn } from './typed-sign-on.ts'

export const GET = staffPage('sign_on.manage', (scene) => signOnView(scene))

export const POST = staffForm('sign_on.manage', async ({ form, ...scene }) => {
  const typed = typedSignOn(form)
  const done = await saveSignOn(scene.desk, typed, new Date())
  if (!done.ok) return signOnView(scene, { flaw: done.reason, typed })
  return { to: consolePath(scene.desk.tenant.slug, 'sign-on'), flash: 'sign_on_saved' }
})
