// POST /admin/:tenantSlug/policy/save: whoever may change the policy. Keeps what was typed as the draft, unless somebody else has saved since. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { saveDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = saveDoor('policy')
