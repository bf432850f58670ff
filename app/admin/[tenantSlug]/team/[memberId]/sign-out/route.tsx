// POST /admin/:tenantSlug/team/:memberId/sign-out: owners. Ends every session of somebody. GET leads to the team.
import { signOutMember } from '#lib/console/team/change-team.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { refusedView } from '../../team-view.tsx'

export const POST = staffForm('team.manage', async ({ params, ...scene }) => {
  const done = await signOutMember(scene.desk, params.memberId ?? '', new Date())
  if (!done.ok) return refusedView(scene, done.reason)
  return { to: consolePath(scene.desk.tenant.slug, 'team'), flash: 'signed_out_elsewhere' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'team'))
