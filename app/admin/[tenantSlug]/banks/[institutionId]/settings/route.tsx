// POST /admin/:tenantSlug/banks/:institutionId/settings: owners, developers. Adds a way, or gives one new settings.
// GET: leads to the bank.
import { putRouteAtDesk } from '#lib/console/banks/change-route.ts'
import { readBank } from '#lib/console/banks/list-banks.ts'
import { asViewer } from '#lib/console/desk.ts'
import { routeForm } from '#lib/web/console/bank-forms.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { bankView } from '../bank-view.tsx'

export const POST = staffForm('banks.manage', async ({ form, params, ...scene }) => {
  const typed = routeForm(form, params)
  const put = await putRouteAtDesk(scene.desk, typed)
  const { slug } = scene.desk.tenant
  if (put.ok) return { to: consolePath(slug, 'banks', String(typed.institutionId)), flash: 'saved' }
  const { reason } = put
  const bank = await readBank(asViewer(scene.desk, 'banks.view'), typed.institutionId, new Date())
  const flaws = reason === 'changed' ? reason : orNotFound(reason !== 'unknown' && reason)
  const refused = { connectorId: typed.connectorId, key: typed.upstreamKey, flaws }
  return bankView(scene, { bank: orNotFound(bank), refused })
})

export const GET = leadsTo(({ tenantSlug, institutionId }) => `/admin/${tenantSlug}/banks/${institutionId}`)
