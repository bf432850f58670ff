import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { mostAtOnce } from './claim-delivery.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { type EndpointChange, endpointState, toEndpoint, type WebhookEndpoint } from './webhook-endpoint.ts'
import { findEndpoint, updateEndpointRow } from './webhook-endpoint-store.ts'

/** What is resumed begins with a clean slate, whatever had stopped it. */
const resumed = {
  disabledAt: null,
  disabledReason: null,
  failures: 0,
  failingSince: null,
  pausedUntil: null,
} as const

const pausing = (isPaused: boolean | undefined, now: Date) => {
  if (isPaused === undefined) return {}
  return isPaused ? { disabledAt: now, disabledReason: 'paused' as const } : resumed
}

/** Changes what is given and leaves the rest. An endpoint that is resumed gets what has waited for it, in order. */
export const updateEndpoint = (
  db: TenantDb,
  id: string,
  change: EndpointChange,
  actor: string,
): Promise<Outcome<WebhookEndpoint, 'unknown'>> =>
  inTransaction(db, async (tx) => {
    const { url, eventNames, isPaused } = change
    const data = {
      ...(url === undefined ? {} : { url }),
      ...(eventNames === undefined ? {} : { eventNames }),
      ...pausing(isPaused, new Date()),
    }
    const before = await findEndpoint(tx, id)
    await updateEndpointRow(tx, id, data)
    const row = await findEndpoint(tx, id)
    if (!before || !row) return failed('unknown')
    const detail = {
      ...changesBetween(endpointState(before), endpointState(row)),
      // What the log leaves out of an address may be all that changed of it.
      ...(before.url === row.url ? {} : { isAddressChanged: true }),
    }
    await recordAudit(tx, { actor, action: 'webhook_endpoint.changed', subject: id, detail })
    if (isPaused === false) await wakeEndpoint(tx, id, new Date(), mostAtOnce)
    return succeeded(toEndpoint(row))
  })
