// POST /admin/:tenantSlug/sign-on/rules: owners. Whether single sign-on is the only way, and whether it stands for the
// second factor. GET leads to the page.
import { setSignOnRules } from '#lib/console/sign-on/change-sign-on.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffForm } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { overtakenRulesView, signOnView } from '../sign-on-view.tsx'

export const GET = leadsTo(({ tenantSlug = '' }) => consolePath(tenantSlug, 'sign-on'))
export const POST = staffForm('sign_on.manage', async ({ form, ...scene }) => {
  const [isRequired, provesFactor] = [form.get('isRequired') === 'yes', form.get('provesFactor') === 'yes']
  const rules = { isRequired, provesFactor }
  const done = await setSignOnRules(scene.desk, { rules, seen: form.get('seen') }, new Date())
  if (!done.ok && done.reason === 'changed') return overtakenRulesView(scene, rules)
  if (!done.ok && done.reason === 'untried') return signOnView(scene, { flaw: 'untried', typed: null })
  return { to: consolePath(scene.desk.tenant.slug, 'sign-on'), ...(done.ok && { flash: 'saved' }) }
})
