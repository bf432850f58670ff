// GET /admin/:tenantSlug/brand/history: whoever may see the look. What was published, what each changed, and the way back.
import { historyDoor } from '../../../_studio/history-doors.tsx'

export const GET = historyDoor('brand')
