import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { listOwnersWhoCame } from '#lib/staff/membership-store.ts'

/**
 * `sign_on_missing`: the record is gone, there is time to put it back. `sign_on_lost`: it is over. By a setup link a
 * provider was kept (`sign_on_changed`) and its domain proven (`sign_on_set_up`).
 */
export const signOnMailKinds = [
  'sign_on_missing',
  'sign_on_lost',
  'sign_on_changed',
  'sign_on_set_up',
] as const
export type SignOnMailKind = (typeof signOnMailKinds)[number]

/** Orders a mail to every owner who has come, in the transaction of what it tells. */
export const recordSignOnMails = async (tx: TenantDb, kind: SignOnMailKind): Promise<void> => {
  for (const { memberId } of await listOwnersWhoCame(tx))
    await recordOutboxEvent(tx, { topic: 'mail.sign_on', payload: { kind, memberId } })
}
