import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

/**
 * Orders one look at what waits for an endpoint, at `at`, in the transaction that makes something wait. A look
 * goes on while something is due; one that finds nothing to do does nothing, so one too many is harmless.
 */
export const wakeEndpoint = async (
  tx: TenantDb,
  endpointId: string,
  at: Date,
  looks: number = 1,
): Promise<void> => {
  const isNow = at.getTime() <= Date.now()
  for (let look = 0; look < looks; look++)
    await recordOutboxEvent(tx, {
      topic: 'webhook.deliver',
      payload: { endpointId },
      ...(isNow ? {} : { dueAt: at }),
    })
}
