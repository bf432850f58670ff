// POST /admin/:tenantSlug/brand/unshare: whoever may change the look. Takes back every address that shows the draft. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { unshareDoor } from '../../../_studio/share-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = unshareDoor('brand')
