// GET /admin/:tenantSlug/webhooks/:endpointId: owners, developers. One endpoint, and what became of each delivery.
import { staffPage } from '../../../_doors/staff-door.tsx'
import { endpointView } from './endpoint-view.tsx'

export const GET = staffPage('webhooks.view', (scene) => endpointView(scene))
