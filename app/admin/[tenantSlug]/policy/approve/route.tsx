// POST /admin/:tenantSlug/policy/approve: whoever may approve what another has written. Publishes it. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { approveDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = approveDoor('policy')
