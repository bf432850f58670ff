// POST /admin/:tenantSlug/policy/try: whoever may change the policy. The page of what is being typed, for the script that renews its parts. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { tryDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy`)
export const POST = tryDoor('policy')
