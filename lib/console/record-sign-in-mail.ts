import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import type { StaffMember } from '#lib/staff/staff-member.ts'
import { seal } from '#lib/vault/seal.ts'

export type SignInMailKind = 'sign_in' | 'invitation'

/** Orders the mail with a one-time link, in the transaction of what it tells. Where they never chose, English. */
export const recordSignInMail = async (
  tx: TenantDb,
  member: StaffMember,
  { token, kind }: { readonly token: string; readonly kind: SignInMailKind },
): Promise<void> => {
  const id = mintGuid()
  const secret = JSON.stringify({ to: member.email, token })
  await recordOutboxEvent(tx, {
    id,
    topic: 'mail.sign_in',
    payload: { kind, language: member.language ?? 'en' },
    payloadSealed: await seal(tx, { table: 'OutboxEvent', column: 'payloadSealed', row: id }, secret),
  })
}
