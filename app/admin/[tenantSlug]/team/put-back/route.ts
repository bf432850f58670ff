// POST /admin/:tenantSlug/team/put-back: owners. Somebody who was removed a moment ago works here again. GET leads to the team.
import { putBackMember } from '#lib/console/team/put-back-member.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const POST = staffForm('team.manage', async ({ desk, form }) => {
  const isBack = await putBackMember(desk, form.get('subject'), new Date())
  return {
    to: consolePath(desk.tenant.slug, 'team'),
    flash: isBack ? 'brought_back' : 'not_brought_back',
  }
})
export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'team'))
