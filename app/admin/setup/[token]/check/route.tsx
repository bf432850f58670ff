// POST /admin/setup/:token/check: whoever holds the setup link. Looks for the record of the domain, now. GET leads to the
// page.
import { checkDomain } from '#lib/console/sign-on/check-domain.ts'
import { orUnknown } from '#lib/web/staff/or-unknown.ts'
import { setupPath } from '#lib/web/staff/setup-visit.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { setupForm } from '../../../_doors/setup-door.tsx'

export const GET = leadsTo(({ token = '' }) => `/admin/setup/${token}`)
export const POST = setupForm(async ({ desk, ...place }) => {
  const result = orUnknown(await checkDomain(desk, new Date()))
  return { to: result === 'found' ? setupPath(place, '', 'sign_on_found') : `${setupPath(place)}#proof` }
})
