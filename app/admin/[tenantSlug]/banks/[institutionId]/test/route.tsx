// POST /admin/:tenantSlug/banks/:institutionId/test: owners, developers. Has the settings of a way tried at the bank, and
// shows what came of it; nothing is changed. GET: leads to the bank.
import { readBank } from '#lib/console/banks/list-banks.ts'
import { tryRoute } from '#lib/console/banks/try-route.ts'
import { asViewer } from '#lib/console/desk.ts'
import { institutionIn } from '#lib/web/console/bank-forms.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { leadsTo } from '../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../_doors/staff-door.tsx'
import { bankView } from '../bank-view.tsx'

export const POST = staffForm('banks.manage', async ({ form, params, ...scene }) => {
  const findings = orNotFound(await tryRoute(scene.desk.db, form.get('routeId')))
  const viewer = asViewer(scene.desk, 'banks.view')
  const bank = orNotFound(await readBank(viewer, institutionIn(params), new Date()))
  return { ...bankView(scene, { bank, findings }), status: 200 }
})

export const GET = leadsTo(({ tenantSlug, institutionId }) => `/admin/${tenantSlug}/banks/${institutionId}`)
