// POST /admin/:tenantSlug/team/:memberId/role: owners. What somebody may do from now on. GET leads to the team.
import { changeRole } from '#lib/console/team/change-team.ts'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { readChoice } from '#lib/web/staff/read-choice.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { overtakenView, refusedView } from '../../team-view.tsx'

export const POST = staffForm('team.manage', async ({ form, params, ...scene }) => {
  const role = readChoice(form, 'role', staffRoles)
  const { memberId = '' } = params
  const done = await changeRole(scene.desk, memberId, { role, seen: form.get('seen') })
  if (!done.ok)
    return done.reason === 'changed'
      ? overtakenView(scene, { memberId, role })
      : refusedView(scene, done.reason)
  return { to: consolePath(scene.desk.tenant.slug, 'team'), flash: 'saved' }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'team'))
