// POST /admin/:tenantSlug/sign-on/link/take-back: owners. The setup link opens nothing any more. GET leads to the page.
import { takeBackSetupLink } from '#lib/console/sign-on/make-setup-link.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'sign-on'))
export const POST = staffForm('sign_on.manage', async ({ desk, form }) => {
  await takeBackSetupLink(desk, form.get('linkId'))
  return { to: consolePath(desk.tenant.slug, 'sign-on'), flash: 'setup_link_taken_back' }
})
