// POST /admin/:tenantSlug/brand/discard: whoever may change the look. Back to what is published. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { discardDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = discardDoor('brand')
