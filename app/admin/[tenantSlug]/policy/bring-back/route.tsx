// POST /admin/:tenantSlug/policy/bring-back: whoever may change the policy. The draft that was thrown away. GET leads to the page.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { bringBackDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = bringBackDoor('policy')
