// POST /admin/:tenantSlug/policy/restore: whoever may publish the policy. Publishes an old version anew. GET leads to the page of the form.
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { restoreDoor } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/policy/history`)
export const POST = restoreDoor('policy')
