// POST /admin/:tenantSlug/brand/ask: whoever may change the look. Asks another to approve the draft. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { askDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = askDoor('brand')
