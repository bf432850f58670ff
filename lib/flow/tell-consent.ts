import { listConnectionsOfConsent } from '#lib/connections/connection-store.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import type { WebhookEventData } from '#lib/delivery/webhook-event.ts'
import { isDemoSession } from '#lib/sessions/is-demo-session.ts'

type Told = Pick<ConsentRow, 'id' | 'sessionId' | 'scopes' | 'expiresAt'>
type ConsentEvent = Extract<keyof WebhookEventData, `consent.${string}`>
type Common = 'consentId' | 'sessionId' | 'loginIds' | 'scopes' | 'expiresAt'

export type ConsentNews<Name extends ConsentEvent> = {
  readonly name: Name
  readonly at: Date
  /** What this event says beside what all of them say. */
  readonly extra: Omit<WebhookEventData[Name], Common>
}

/** Tells the tenant what became of a consent, in the thread of the visit it was given in. */
export const tellConsent = async <Name extends ConsentEvent>(
  tx: TenantDb,
  consent: Told,
  { name, at, extra }: ConsentNews<Name>,
): Promise<void> => {
  const { id, sessionId, scopes, expiresAt } = consent
  const connections = await listConnectionsOfConsent(tx, id)
  const common = {
    consentId: id,
    sessionId,
    loginIds: connections.map(({ loginId }) => loginId),
    scopes,
    expiresAt: expiresAt?.toISOString() ?? null,
  }
  const data = { ...common, ...extra } as WebhookEventData[Name]
  const isTest = await isDemoSession(sessionId)
  await announceEvent(tx, { name, data, threadId: sessionId ?? id, at, isTest })
}
