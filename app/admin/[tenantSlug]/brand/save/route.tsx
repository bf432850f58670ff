// POST /admin/:tenantSlug/brand/save: whoever may change the look. Keeps what was typed as the draft, unless somebody else has saved since. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { saveDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = saveDoor('brand')
