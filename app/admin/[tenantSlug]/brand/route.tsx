// GET /admin/:tenantSlug/brand: whoever may see the look. What is being prepared, and the journey as it would be.
import { studioPage } from '../../_studio/studio-doors.tsx'

export const GET = studioPage('brand')
