import type { AuditAction } from '#lib/audit/audit-action.ts'
import { hashRecoveryCode, mintRecoveryCodes } from '#lib/staff/recovery-code.ts'
import { countRecoveryCodes, replaceRecoveryCodes } from '#lib/staff/recovery-code-store.ts'
import { storeReveal } from '#lib/staff/session-secret-store.ts'
import { noteProven } from '#lib/staff/staff-session-store.ts'
import type { SignedIn } from '../desk.ts'
import { recordForMember } from './record-for-member.ts'

export const recoveryReveal = 'recovery_codes'

/** New codes on paper in place of all former ones; the next page shows them once. */
export const renewRecoveryCodes = async (signedIn: SignedIn): Promise<void> => {
  const codes = mintRecoveryCodes()
  await replaceRecoveryCodes(signedIn.member.id, codes.map(hashRecoveryCode))
  await storeReveal(signedIn.session.id, { kind: recoveryReveal, lines: codes })
  await recordForMember(signedIn, 'staff.recovery_codes_renewed')
}

/** Whoever has just enrolled a factor has shown it; with the first come the codes that stand in for a lost one. */
export const afterEnrolling = async (signedIn: SignedIn, action: AuditAction, now: Date): Promise<void> => {
  await noteProven(signedIn.session.id, now)
  await recordForMember(signedIn, action)
  if ((await countRecoveryCodes(signedIn.member.id)) === 0) await renewRecoveryCodes(signedIn)
}
