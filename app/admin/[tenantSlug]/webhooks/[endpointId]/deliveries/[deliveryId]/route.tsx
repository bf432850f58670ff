// GET /admin/:tenantSlug/webhooks/:endpointId/deliveries/:deliveryId: owners, developers. Every try of one delivery.
import { staffPage } from '../../../../../_doors/staff-door.tsx'
import { deliveryView } from './delivery-view.tsx'

export const GET = staffPage('webhooks.view', (scene) => deliveryView(scene))
