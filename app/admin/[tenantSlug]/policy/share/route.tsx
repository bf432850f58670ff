// POST /admin/:tenantSlug/policy/share: whoever may change the policy. Makes an address that shows the draft for a day. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { shareDoor } from '../../../_studio/share-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = shareDoor('policy')
