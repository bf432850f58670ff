// POST /admin/:tenantSlug/webhooks/:endpointId/deliveries/:deliveryId/resend: owners, developers. Sends it again, with the
// same id. GET leads to the delivery.
import { actorOf } from '#lib/console/desk.ts'
import { resendDelivery } from '#lib/delivery/resend-delivery.ts'
import { AppError } from '#lib/kit/errors.ts'
import { leadsTo } from '../../../../../../../_doors/leads-to.ts'
import { staffForm } from '../../../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../../../_ui/navigation.ts'
import { deliveryView } from '../delivery-view.tsx'

export const POST = staffForm('webhooks.manage', async (scene) => {
  const { tenantSlug = '', endpointId = '', deliveryId = '' } = scene.params
  const done = await resendDelivery(scene.desk.db, deliveryId, actorOf(scene.desk))
  if (!done.ok && done.reason === 'unknown') throw new AppError('not_found')
  if (!done.ok) return deliveryView(scene, true)
  return { to: consolePath(tenantSlug, 'webhooks', endpointId, 'deliveries', deliveryId), flash: 'resent' }
})
export const GET = leadsTo(({ tenantSlug = '', endpointId = '', deliveryId = '' }) =>
  consolePath(tenantSlug, 'webhooks', endpointId, 'deliveries', deliveryId),
)
