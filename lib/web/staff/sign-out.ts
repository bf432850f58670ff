import { endSessions } from '#lib/staff/staff-session-store.ts'
import { seeOther } from '../respond.ts'
import { signedInFrom } from './signed-in-from.ts'
import { clearedStaffCookie } from './staff-cookie.ts'

/** Ends the session that this browser holds, if any, and takes its cookie away. */
export const signOut = async (request: Request): Promise<Response> => {
  const signedIn = await signedInFrom(request)
  if (signedIn) await endSessions(signedIn.member.id, { id: signedIn.session.id }, new Date())
  return seeOther('/admin/sign-in', { 'set-cookie': clearedStaffCookie })
}
