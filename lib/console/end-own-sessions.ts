import { endSessions } from '#lib/staff/staff-session-store.ts'
import type { SignedIn } from './desk.ts'
import { recordForMember } from './factors/record-for-member.ts'

/** Signs out one other browser of a member, or every other where `id` is empty; the one at hand stays. */
export const endOwnSessions = async (signedIn: SignedIn, id: string, now: Date): Promise<void> => {
  const { member, session } = signedIn
  if (id === session.id) return
  const count = await endSessions(member.id, id === '' ? { notId: session.id } : { id }, now)
  if (count > 0) await recordForMember(signedIn, 'staff.sessions_ended')
}
