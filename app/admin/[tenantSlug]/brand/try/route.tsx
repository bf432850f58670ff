// POST /admin/:tenantSlug/brand/try: whoever may change the look. The page of what is being typed, for the script that renews its parts. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { tryDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = tryDoor('brand')
