// POST /admin/:tenantSlug/team/:memberId/remove: owners. Somebody works here no more. GET leads to the team.
import { removeMember } from '#lib/console/team/change-team.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { refusedView } from '../../team-view.tsx'

export const POST = staffForm('team.manage', async ({ params, ...scene }) => {
  const done = await removeMember(scene.desk, params.memberId ?? '')
  if (!done.ok) return refusedView(scene, done.reason)
  const { memberId } = done.value
  if (memberId === scene.desk.member.id) return { to: '/admin' }
  return { to: consolePath(scene.desk.tenant.slug, 'team'), flash: 'removed', subject: memberId }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'team'))
