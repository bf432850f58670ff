import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type EndedVisit = {
  readonly sessionId: string
  readonly outcome: string
  /** Null where nothing was shared. */
  readonly loginId: string | null
  readonly tag: string | null
}

/** Tells the tenant how a visit ended, in the transaction that ends it (law 9). */
export const announceVisitEnded = async (tx: TenantDb, visit: EndedVisit): Promise<void> => {
  const { sessionId, ...payload } = visit
  await recordOutboxEvent(tx, { topic: 'visit.ended', sessionId, payload })
}
