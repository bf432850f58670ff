import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { purposeIdsOf } from '#lib/consents/purposes.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import type { WebhookEventName } from '#lib/delivery/webhook-event.ts'
import { findSession } from '#lib/sessions/session-store.ts'

/** In which visit it happened; `sessionId` null when the connection was read again later, without the person. */
export type Occasion = {
  readonly sessionId: string | null
  readonly tag: string | null
  readonly isTest: boolean
  readonly at: Date
}

export const occasionOf = async (db: TenantDb, sessionId: string | null, at: Date): Promise<Occasion> => {
  const session = sessionId === null ? null : await findSession(db, sessionId)
  return { sessionId, tag: session?.tag ?? null, isTest: session?.isDemo ?? false, at }
}

type Connection = Pick<ConnectionRow, 'id' | 'loginId' | 'linkedAt' | 'consentId'>

const common = ({ id, loginId }: Connection, { sessionId, tag }: Occasion) => ({
  connectionId: id,
  loginId,
  sessionId,
  tag,
})

const announce = async <Name extends Extract<WebhookEventName, `connection.${string}`>>(
  tx: TenantDb,
  connection: Connection,
  occasion: Occasion,
  news: { readonly name: Name; readonly extra: object; readonly onceId?: string },
): Promise<void> => {
  const { sessionId, isTest, at } = occasion
  const { consentId } = connection
  const consent = await findConsent(tx, consentId)
  const agreed = { consentId, purposes: consent ? purposeIdsOf(consent) : [] }
  await announceEvent(tx, {
    name: news.name,
    data: { ...common(connection, occasion), ...agreed, ...news.extra } as never,
    threadId: sessionId ?? connection.id,
    at,
    isTest,
    ...(news.onceId === undefined ? {} : { onceId: news.onceId }),
  })
}

/** The holders of the accounts that were shared are there to be read: the dialect’s `KYC`. */
export const tellHolderReady = (tx: TenantDb, connection: Connection, occasion: Occasion): Promise<void> =>
  announce(tx, connection, occasion, { name: 'connection.holder.ready', extra: {} })

/** All that was agreed has been read: the dialect’s `GetAccountsDetail`. `readId` names the reading: told once for each. */
export const tellAccountsReady = (
  tx: TenantDb,
  connection: Connection,
  occasion: Occasion,
  readId: string,
): Promise<void> => {
  const onceId = `accounts_ready ${readId}`
  return announce(tx, connection, occasion, { name: 'connection.accounts.ready', extra: {}, onceId })
}

/**
 * The connection cannot be read again until somebody acts: nothing that waiting would mend. Told once for each fault
 * until the person has connected anew.
 */
export const tellAttentionNeeded = async (
  tx: TenantDb,
  connection: Connection,
  occasion: Occasion,
  fault: FaultCode,
): Promise<void> => {
  if (faults[fault].retry === 'later') return
  const onceId = `attention ${connection.id} ${fault} ${connection.linkedAt.toISOString()}`
  await announce(tx, connection, occasion, { name: 'connection.attention.needed', extra: { fault }, onceId })
}
