// GET, POST /admin/:tenantSlug/team: owners. Who works for the tenant and as what; POST invites by mail.
import { inviteToTeam } from '#lib/console/team/invite-to-team.ts'
import { staffForm, staffPage } from '../../_doors/staff-door.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { teamView } from './team-view.tsx'

export const GET = staffPage('team.view', (scene) => teamView(scene))

export const POST = staffForm('team.manage', async ({ form, ...scene }) => {
  const typed = { email: form.get('email'), role: form.get('role'), language: form.get('language') }
  const done = await inviteToTeam(scene.desk, typed, new Date())
  if (!done.ok) return teamView(scene, { flaw: done.reason, ...typed })
  return { to: consolePath(scene.desk.tenant.slug, 'team'), flash: 'invited' }
})
