// POST /admin/:tenantSlug/policy/publish: whoever may publish the policy, where no approval is asked for. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { publishDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = publishDoor('policy')
