import { hashRecoveryCode } from '#lib/staff/recovery-code.ts'
import { spendRecoveryCode } from '#lib/staff/recovery-code-store.ts'
import { noteProven } from '#lib/staff/staff-session-store.ts'
import { matchTotp } from '#lib/staff/totp.ts'
import { findTotp, takeTotpStep } from '#lib/staff/totp-store.ts'
import type { SignedIn } from '../desk.ts'
import { recordForMember } from './record-for-member.ts'

const isTotp = async ({ member }: SignedIn, typed: string): Promise<boolean> => {
  const totp = await findTotp(member.id)
  const step = totp?.isConfirmed ? await matchTotp(totp.secret, typed, totp.step) : null
  return step !== null && takeTotpStep(member.id, step, null)
}

/** Whether `typed` is the code of the app just now, or one of the codes on paper; the session is then proven. */
export const proveByCode = async (signedIn: SignedIn, typed: string, now: Date): Promise<boolean> => {
  const { member, session } = signedIn
  if (!(await isTotp(signedIn, typed))) {
    if (!(await spendRecoveryCode(member.id, hashRecoveryCode(typed), now))) return false
    await recordForMember(signedIn, 'staff.recovery_code_used')
  }
  await noteProven(session.id, now)
  return true
}
