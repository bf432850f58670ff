// GET, POST /admin/:tenantSlug/sign-on/link: owners. POST makes a link by which people without a seat set single sign-on
// up; GET shows it once, right after.

import { revealNext, takeRevealed } from '#lib/console/reveal-once.ts'
import { makeSetupLink } from '#lib/console/sign-on/make-setup-link.ts'
import { env } from '#lib/kit/env.ts'
import { seeOther } from '#lib/web/respond.ts'
import { staffForm, staffPage } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { setupLinkView } from '../setup-link-view.tsx'

export const GET = staffPage('sign_on.manage', async (scene) => {
  const address = await takeRevealed(scene.desk, 'setup_link')
  return address === null
    ? seeOther(consolePath(scene.desk.tenant.slug, 'sign-on'))
    : setupLinkView(scene, address)
})

export const POST = staffForm('sign_on.manage', async ({ desk }) => {
  const token = await makeSetupLink(desk, new Date())
  await revealNext(desk, 'setup_link', new URL(`/admin/setup/${token}`, env().PUBLIC_URL).href)
  return { to: consolePath(desk.tenant.slug, 'sign-on', 'link') }
})
