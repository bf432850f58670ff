import { setMemberName } from '#lib/staff/member-store.ts'
import type { SignedIn } from './desk.ts'
import { recordForMember } from './factors/record-for-member.ts'

/** By what name the teams see a member. The log says that it changed, and keeps no name for ever. */
export const renameSelf = async (signedIn: SignedIn, typed: string): Promise<void> => {
  const { id, name } = signedIn.member
  const next = typed.trim().slice(0, 80)
  if (next === (name ?? '')) return
  await setMemberName(id, next)
  await recordForMember(signedIn, 'staff.name_changed')
}
