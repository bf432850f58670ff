import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { ensureMember } from '#lib/staff/member-store.ts'
import { insertMembership } from '#lib/staff/membership-store.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import type { StaffMember, StaffRole } from '#lib/staff/staff-member.ts'
import { recordSignInMail } from './record-sign-in-mail.ts'

/** Long enough for a week of absence. */
export const invitationLifeMs = 7 * dayMs

export type Invitation = {
  readonly email: string
  readonly role: StaffRole
  readonly language: Language | null
}

type By = { readonly actor: string; readonly now: Date; readonly isMailed: boolean }

/**
 * Somebody new at work for a tenant, told by mail where `isMailed`. Answers them with the token of their one-time link.
 * `email` as `staffEmailSchema` folds it.
 */
export const inviteMember = async (
  db: TenantDb,
  { email, role, language }: Invitation,
  { actor, now, isMailed }: By,
): Promise<Outcome<{ readonly member: StaffMember; readonly token: string }, 'already_there'>> => {
  const member = await ensureMember(email, language)
  const token = await mintSignIn(member.id, later(now, invitationLifeMs))
  const isNew = await inTransaction(db, async (tx) => {
    if (!(await insertMembership(tx, { memberId: member.id, role }))) return false
    const detail = changesBetween({}, { role })
    await recordAudit(tx, { actor, action: 'team.invited', subject: member.id, detail })
    if (isMailed) await recordSignInMail(tx, member, { token, kind: 'invitation' })
    return true
  })
  return isNew ? succeeded({ member, token }) : failed('already_there')
}
