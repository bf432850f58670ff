import type { TenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from './announce-event.ts'
import type { WebhookEventData } from './webhook-event.ts'

export type EndedVisit = {
  readonly sessionId: string
  readonly outcome: 'finished' | 'failed' | 'declined' | 'cancelled' | 'abandoned'
  /** Null where nothing was shared. */
  readonly loginId: string | null
  readonly tag: string | null
  readonly isTest: boolean
  readonly at: Date
  /** How the bank's holder compared with the person; null where nobody asked. */
  readonly holder: WebhookEventData['session.finished']['holder'] | null
}

/**
 * Tells the tenant how a visit ended, in the transaction that ends it (law 9). One that nobody came back to has expired
 * by then: that it was abandoned was told when the person stayed away.
 */
export const announceVisitEnded = async (tx: TenantDb, visit: EndedVisit): Promise<void> => {
  const { isTest, at, holder, ...ended } = visit
  const data = holder ? { ...ended, holder } : ended
  const name = visit.outcome === 'abandoned' ? 'session.expired' : (`session.${visit.outcome}` as const)
  await announceEvent(tx, { name, data, threadId: visit.sessionId, at, isTest })
}
