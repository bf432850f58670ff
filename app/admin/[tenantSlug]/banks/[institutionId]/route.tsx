// GET /admin/:tenantSlug/banks/:institutionId: owners, support, developers. One bank: each way to it, how well it works, and
// what can be changed about it.
import { readBank } from '#lib/console/banks/list-banks.ts'
import { institutionIn } from '#lib/web/console/bank-forms.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'
import { bankView } from './bank-view.tsx'

export const GET = staffPage('banks.view', async (scene) =>
  bankView(scene, { bank: orNotFound(await readBank(scene.desk, institutionIn(scene.params), new Date())) }),
)
