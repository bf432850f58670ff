import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { seal } from '#lib/vault/seal.ts'

export type LinkMailOrder = {
  readonly linkId: string
  readonly url: string
  readonly to: string
  /** To connect a bank for the first time, or to bring back a connection that was lost. */
  readonly kind: 'invite' | 'repair'
}

/** Orders the mail with a personal link, in the transaction that made it: its address is known at no other time. */
export const recordLinkMail = async (tx: TenantDb, { to, url, ...payload }: LinkMailOrder): Promise<void> => {
  const id = mintGuid()
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: id }
  const payloadSealed = await seal(tx, place, JSON.stringify({ to, url }))
  await recordOutboxEvent(tx, { id, topic: 'mail.link', payload, payloadSealed })
}
