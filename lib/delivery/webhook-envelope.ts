import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { WebhookEventName } from './webhook-event.ts'
import type { Schedule } from './webhook-schedule.ts'

export type MessageToSend = {
  readonly id: string
  readonly eventName: WebhookEventName
  readonly data: unknown
  readonly occurredAt: Date
}

/** The bytes of one request, and the headers that prove who sent it. */
export type Letter = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

/**
 * A manner of telling. It writes the body when it is sent and not before: what a consent no longer covers is then not
 * told, and `write` answers null. `secrets` are those that sign, newest first.
 */
export type Envelope = {
  readonly schedule: Schedule
  /** Whether an answer with this status says that the message was taken. */
  readonly isTaken: (status: number) => boolean
  readonly write: (
    db: TenantDb,
    message: MessageToSend,
    signing: { readonly secrets: readonly string[]; readonly now: Date },
  ) => Promise<Letter | null>
}
