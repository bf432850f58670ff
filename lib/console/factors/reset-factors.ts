import { deletePasskey, listPasskeys } from '#lib/staff/passkey-store.ts'
import { replaceRecoveryCodes } from '#lib/staff/recovery-code-store.ts'
import type { StaffMember } from '#lib/staff/staff-member.ts'
import { endSessions } from '#lib/staff/staff-session-store.ts'
import { removeTotp } from '#lib/staff/totp-store.ts'
import { recordAlarm } from '../alarms/record-alarm.ts'

/**
 * Forgets every second factor of a member who has lost them all, because an operator vouches for them: a role that needs
 * one enrols anew at the next sign-in. All their sessions end, and the log of every tenant they work for, and a mail to its owners, say so first.
 */
export const resetFactors = async (
  { id }: Pick<StaffMember, 'id'>,
  actor: string,
  now: Date,
): Promise<void> => {
  await recordAlarm(id, { kind: 'factors_reset', actor })
  await endSessions(id, {}, now)
  await removeTotp(id)
  for (const passkey of await listPasskeys(id)) await deletePasskey(id, passkey.id)
  await replaceRecoveryCodes(id, [])
}
