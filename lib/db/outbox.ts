import { mintGuid } from '#lib/kit/ids.ts'
import { bareClient } from './client.ts'
import type { Prisma } from './generated/client.ts'
import type { TenantDb } from './tenant-db.ts'

export type OutboxEntry = {
  readonly topic: string
  readonly sessionId?: string
  /** Ids and counts only. */
  readonly payload: Prisma.InputJsonObject
  /** Already sealed by the vault, for table `OutboxEvent`, column `payloadSealed`, row `id`. */
  readonly payloadSealed?: Uint8Array<ArrayBuffer>
  /** Given when the payload was sealed for it; else minted. */
  readonly id?: string
  /** The job begins then and not before; at once when it is left out. */
  readonly dueAt?: Date
}

/** Law 9: called with the transaction that writes the fact. Answers the id under which the effect will happen once. */
export const recordOutboxEvent = async (tx: TenantDb, entry: OutboxEntry): Promise<string> => {
  const id = entry.id ?? mintGuid()
  await tx.tables.outboxEvent.create({
    data: {
      id,
      tenantId: tx.tenantId,
      topic: entry.topic,
      sessionId: entry.sessionId ?? null,
      payload: entry.payload,
      payloadSealed: entry.payloadSealed ?? null,
      dueAt: entry.dueAt ?? null,
    },
  })
  return id
}

export type RelayedEvent = {
  readonly id: string
  readonly tenantId: string
  readonly topic: string
  readonly dueAt: Date | null
}

/**
 * Hands up to `limit` waiting events to `relay` and marks them, in the order written. Crashing in between hands
 * them over again: `relay` must be idempotent by `id`. Two workers share the waiting rows without meeting.
 */
export const relayOutbox = (
  relay: (events: readonly RelayedEvent[]) => Promise<void>,
  limit = 50,
): Promise<number> =>
  bareClient().$transaction(async (tx) => {
    const events = await tx.$queryRaw<RelayedEvent[]>`
      select id::text, "tenantId", topic, "dueAt" from "OutboxEvent"
      where "relayedAt" is null order by sequence limit ${limit} for update skip locked`
    if (events.length === 0) return 0
    await relay(events)
    await tx.outboxEvent.updateMany({
      where: { id: { in: events.map((event) => event.id) } },
      data: { relayedAt: new Date() },
    })
    return events.length
  })
