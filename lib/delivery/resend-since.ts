import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { mostAtOnce } from './claim-delivery.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { putOnItsWay } from './webhook-delivery-store.ts'
import { findEndpoint, type WebhookEndpointRow } from './webhook-endpoint-store.ts'
import { listensTo, type WebhookEventName } from './webhook-event.ts'
import { listMessagesSince } from './webhook-message-store.ts'

const pageSize = 200

/** A page a transaction: a long history holds no lock for long. Sending again twice sends once more, no harm. */
const resendPage = (
  db: TenantDb,
  endpoint: WebhookEndpointRow,
  page: { readonly since: Date; readonly after: string },
) =>
  inTransaction(db, async (tx) => {
    const now = new Date()
    const messages = await listMessagesSince(tx, page.since, { after: page.after, limit: pageSize })
    const heard = messages.filter(
      ({ eventName, isTest }) =>
        isTest === endpoint.isTest && listensTo(endpoint, eventName as WebhookEventName),
    )
    for (const { id, threadId } of heard)
      await putOnItsWay(tx, { endpointId: endpoint.id, messageId: id, threadId, dueAt: now })
    if (heard.length > 0) await wakeEndpoint(tx, endpoint.id, now, Math.min(heard.length, mostAtOnce))
    return { sent: heard.length, after: messages.length < pageSize ? null : (messages.at(-1)?.id ?? null) }
  })

/**
 * Sends again all that happened since an instant and that the endpoint listens to, also what happened before it was
 * there or while it was disabled: the same ids, in order. Answers how many.
 */
export const resendSince = async (
  db: TenantDb,
  asked: { readonly endpointId: string; readonly since: Date },
  actor: string,
): Promise<Outcome<number, 'unknown' | 'disabled'>> => {
  const { endpointId, since } = asked
  const endpoint = await findEndpoint(db, endpointId)
  if (!endpoint) return failed('unknown')
  if (endpoint.disabledAt) return failed('disabled')
  const detail = { since: since.toISOString() }
  await recordAudit(db, { actor, action: 'webhook_endpoint.resent', subject: endpointId, detail })
  let count = 0
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof resendPage>> = await resendPage(db, endpoint, { since, after })
    count += page.sent
    after = page.after
  }
  return succeeded(count)
}
