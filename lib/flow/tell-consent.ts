import { listConnectionsOfConsent } from '#lib/connections/connection-store.ts'
import { type ConsentRow, findConsent } from '#lib/consents/consent-store.ts'
import { purposeIdsOf } from '#lib/consents/purposes.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import type { WebhookEventData } from '#lib/delivery/webhook-event.ts'
import { occasionOf } from './tell-connection.ts'

type Told = Pick<ConsentRow, 'id' | 'sessionId' | 'scopes' | 'document' | 'expiresAt'>
type ConsentEvent = Extract<keyof WebhookEventData, `consent.${string}`>
type Common = 'consentId' | 'sessionId' | 'loginIds' | 'scopes' | 'purposes' | 'expiresAt'

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
    purposes: purposeIdsOf(consent),
    expiresAt: expiresAt?.toISOString() ?? null,
  }
  const data = { ...common, ...extra } as WebhookEventData[Name]
  const { isTest } = await occasionOf(tx, sessionId, at)
  await announceEvent(tx, { name, data, threadId: sessionId ?? id, at, isTest })
}

/**
 * Tells of a consent that was given just now, in the same transaction. `formerConsentId` names the one it takes the
 * place of, in this visit or for this login: then the consent has changed.
 */
export const tellConsentGiven = async (
  tx: TenantDb,
  consentId: string,
  formerConsentId: string | null,
  at: Date,
): Promise<void> => {
  const consent = await findConsent(tx, consentId)
  if (!consent) throw new Error(`consent ${consentId} was not written`)
  if (formerConsentId === null) await tellConsent(tx, consent, { name: 'consent.given', at, extra: {} })
  else await tellConsent(tx, consent, { name: 'consent.changed', at, extra: { formerConsentId } })
}
