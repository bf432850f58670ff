// POST /admin/:tenantSlug/team/:memberId/role: owners. What somebody may do from now on. GET leads to the team.
import { changeRole } from '#lib/console/team/change-team.ts'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { readChoice } from '#lib/web/staff/read-choice.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { refusedView } from '../../team-view.tsx'

export const POST = staffForm('team.manage', async ({ form, params, ...scene }) => {
  const role = readChoice(form, 'role', staffRoles)
  const done = await changeRole(scene.desk, params.memberId ?? '', role)
  if (!done.ok) return refusedView(scene, done.reason)
  return { to: consolePath(scene.desk.tenant.slug, 'team'), flash: 'saved' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'team'))
