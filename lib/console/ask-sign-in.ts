import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { findMemberByEmail } from '#lib/staff/member-store.ts'
import { listMembershipsOf } from '#lib/staff/membership-store.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import { recordSignInMail } from './record-sign-in-mail.ts'

/** A mail may take a while; a link that lies in a mailbox should not live long. */
export const signInLifeMs = 15 * minuteMs

/** Mails a one-time link to a member. Who is none gets nothing, and the answer is the same (S4). */
export const askSignIn = async (email: string, now: Date): Promise<void> => {
  const member = await findMemberByEmail(email)
  const [membership] = member ? await listMembershipsOf(member.id) : []
  if (!member || !membership) return
  const token = await mintSignIn(member.id, later(now, signInLifeMs))
  await inTransaction(tenantDb(membership.tenantId), (tx) =>
    recordSignInMail(tx, member, { token, kind: 'sign_in' }),
  )
}
