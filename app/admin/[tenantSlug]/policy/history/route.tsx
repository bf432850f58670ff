// GET /admin/:tenantSlug/policy/history: whoever may see the policy. What was published, what each changed, and the way back.
import { historyDoor } from '../../../_studio/history-doors.tsx'

export const GET = historyDoor('policy')
