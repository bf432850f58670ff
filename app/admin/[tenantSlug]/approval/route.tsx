// POST /admin/:tenantSlug/approval: owners. Whether what one has prepared is published by another. GET leads to the form.
import { setApprovalRule } from '#lib/console/set-approval-rule.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { staffForm } from '../../_doors/staff-door.tsx'
import { consolePath } from '../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand/history`)
export const POST = staffForm('team.manage', async ({ desk, form }) => {
  await setApprovalRule(desk, form.get('isNeeded') === 'yes')
  return { to: consolePath(desk.tenant.slug, 'brand', 'history'), flash: 'saved' }
})
