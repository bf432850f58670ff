import { tenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { listTenantIds } from '#lib/tenants/tenant-store.ts'
import { deleteMessagesBefore } from './webhook-message-store.ts'

/** How long a message can be looked at and sent again: what waits for an endpoint that is off is kept as long. */
export const messageLifeMs = 90 * dayMs

/** Forgets what was told long ago, with its deliveries and tries. Doing it twice changes nothing. */
export const forgetOldMessages = async (now: Date): Promise<void> => {
  for (const tenantId of await listTenantIds())
    await deleteMessagesBefore(tenantDb(tenantId), later(now, -messageLifeMs))
}
