import { inTransaction } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findTeamMember } from '#lib/staff/membership-store.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import type { Desk } from '../desk.ts'
import { invitationLifeMs } from '../invite-member.ts'
import { recordChange } from '../record-change.ts'
import { recordSignInMail } from '../record-sign-in-mail.ts'

/** A new link by mail for somebody who has not come yet, in whose language they were invited. The one before goes on. */
export const inviteAgain = async (
  desk: Desk<'team.manage'>,
  memberId: string,
  now: Date,
): Promise<Outcome<null, 'unknown' | 'has_come'>> => {
  const found = await findTeamMember(desk.db, memberId)
  if (!found) return failed('unknown')
  if (found.joinedAt) return failed('has_come')
  const { member } = found
  const token = await mintSignIn(member.id, later(now, invitationLifeMs))
  await inTransaction(desk.db, async (tx) => {
    await recordChange(tx, desk, { action: 'team.invited_again', subject: memberId })
    await recordSignInMail(tx, member, { token, kind: 'invitation' })
  })
  return succeeded(null)
}
