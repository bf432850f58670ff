import { findSignOnOf } from '#lib/console/sign-on/find-sign-on.ts'
import { staffEmailSchema } from '#lib/staff/staff-member.ts'
import { seeOther } from '../respond.ts'
import { takeSignInTurn } from '../take-turns.ts'
import { authFormOf, callNextAuth, signingIn } from './call-next-auth.ts'
import { toResponse } from './respond-to-auth.ts'
import { nextPath } from './sign-in-again.ts'
import { ssoCookie } from './sso-cookie.ts'

/** Whoever gave an address goes to the provider of its domain, if there is one, or is mailed a link, if they are a member. */
export const askWay = async (request: Request): Promise<Response> => {
  const body = await authFormOf(request)
  const email = staffEmailSchema.safeParse(body.email)
  await takeSignInTurn(request, email.data ?? '')
  const signOn = email.success ? await findSignOnOf(email.data) : null
  if (!signOn || !email.success)
    return toResponse(await callNextAuth({ request, action: ['signin', 'email'], body }, signingIn(request)))
  const kept = { email: email.data, next: nextPath(body.callbackUrl ?? ''), at: Date.now(), asked: null }
  return seeOther(`/admin/sign-in/sso/${signOn.tenant.slug}`, { 'set-cookie': await ssoCookie(kept) })
}
