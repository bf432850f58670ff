// GET, POST /admin/setup/:token: whoever holds the setup link, without a session. GET shows how single sign-on is set up;
// POST keeps a provider.
import { saveSignOn } from '#lib/console/sign-on/save-sign-on.ts'
import { setupPath } from '#lib/web/staff/setup-visit.ts'
import { setupForm, setupPage } from '../../_doors/setup-door.tsx'
import { typedSignOn } from '../../[tenantSlug]/sign-on/typed-sign-on.ts'
import { setupView } from './setup-view.tsx'

export const GET = setupPage((scene) => setupView(scene))

export const POST = setupForm(async ({ form, ...scene }) => {
  const typed = { ...typedSignOn(form), mayReplace: form.get('mayReplace') === 'yes' }
  const done = await saveSignOn(scene.desk, typed, new Date())
  return done.ok
    ? { to: setupPath(scene, '', 'sign_on_saved') }
    : setupView(scene, { flaw: done.reason, typed })
})
