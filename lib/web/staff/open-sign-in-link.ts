import { sha256 } from '#lib/kit/crypto.ts'
import { isSignInAlive } from '#lib/staff/sign-in-store.ts'
import { seeOther } from '../respond.ts'
import { cookieFrom } from '../session-cookie.ts'
import { callNextAuth, signingIn } from './call-next-auth.ts'
import { toResponse } from './respond-to-auth.ts'
import { signInProblem } from './sign-in-page.ts'

/** Whether the link of `token` would still sign somebody in; to look spends nothing. */
export const isLinkAlive = (token: string): Promise<boolean> => isSignInAlive(sha256(token), new Date())

/** Spends the link and signs its member in. One that is dead leads to where a new one can be asked for. */
export const openSignInLink = async (request: Request, token: string): Promise<Response> => {
  // Opened in the browser that asked for it, it goes on to the page that was wanted there.
  const next = cookieFrom(request, '__Host-staff-next') ? {} : { callbackUrl: '/admin' }
  const query = { token, email: 'link', ...next }
  const state = signingIn(request)
  const answer = await callNextAuth({ request, action: ['callback', 'email'], query }, state)
  return state.member ? toResponse(answer) : seeOther(signInProblem('link'))
}
