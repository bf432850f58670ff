import { matchTotp, mintTotpSecret, totpUri } from '#lib/staff/totp.ts'
import { findTotp, removeTotp, storePendingTotp, takeTotpStep } from '#lib/staff/totp-store.ts'
import type { SignedIn } from '../desk.ts'
import { afterEnrolling } from './after-enrolling.ts'
import { recordForMember } from './record-for-member.ts'

/** What an app is given to read: the same until it is confirmed, so that a page loaded anew changes nothing. */
export const totpOffer = async ({ member }: SignedIn): Promise<{ secret: string; uri: string } | null> => {
  const known = await findTotp(member.id)
  if (known?.isConfirmed) return null
  const secret = known?.secret ?? mintTotpSecret()
  if (!known) await storePendingTotp(member.id, secret)
  return { secret, uri: totpUri(secret, member.email) }
}

/** The app has read it: the first code says so. False when the code is not of this secret. */
export const confirmTotp = async (signedIn: SignedIn, typed: string, now: Date): Promise<boolean> => {
  const { id } = signedIn.member
  const totp = await findTotp(id)
  const step = totp && !totp.isConfirmed ? await matchTotp(totp.secret, typed, totp.step) : null
  if (step === null || !(await takeTotpStep(id, step, now))) return false
  await afterEnrolling(signedIn, 'staff.totp_added', now)
  return true
}

export const dropTotp = async (signedIn: SignedIn): Promise<void> => {
  await removeTotp(signedIn.member.id)
  await recordForMember(signedIn, 'staff.totp_removed')
}
