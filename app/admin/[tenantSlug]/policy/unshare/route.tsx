// POST /admin/:tenantSlug/policy/unshare: whoever may change the policy. Takes back every address that shows the draft. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { unshareDoor } from '../../../_studio/share-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = unshareDoor('policy')
