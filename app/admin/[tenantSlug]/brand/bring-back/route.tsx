// POST /admin/:tenantSlug/brand/bring-back: whoever may change the look. The draft that was thrown away. GET leads to the page.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { bringBackDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = bringBackDoor('brand')
