// GET /admin/:tenantSlug/policy: whoever may see the policy. What is being prepared, and the journey as it would be.
import { studioPage } from '../../_studio/studio-doors.tsx'

export const GET = studioPage('policy')
