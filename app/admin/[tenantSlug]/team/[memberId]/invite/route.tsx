// POST /admin/:tenantSlug/team/:memberId/invite: owners. Mails a new link to who has not come yet. GET leads to the team.
import { inviteAgain } from '#lib/console/team/invite-again.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { refusedView } from '../../team-view.tsx'

export const POST = staffForm('team.manage', async ({ params, ...scene }) => {
  const done = await inviteAgain(scene.desk, params.memberId ?? '', new Date())
  if (!done.ok) return refusedView(scene, done.reason)
  return { to: consolePath(scene.desk.tenant.slug, 'team'), flash: 'invited' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'team'))
