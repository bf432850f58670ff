// POST /admin/:tenantSlug/policy/discard: whoever may change the policy. Back to what is published. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { discardDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = discardDoor('policy')
