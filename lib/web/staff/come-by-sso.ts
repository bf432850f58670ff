import { beginSignOn } from '#lib/console/sign-on/begin-sign-on.ts'
import { findSignOnAt } from '#lib/console/sign-on/find-sign-on.ts'
import { finishSignOn, type SignedOn } from '#lib/console/sign-on/finish-sign-on.ts'
import type { SignOnFault } from '#lib/console/sign-on/sign-on-fault.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import { domainOfEmail } from '#lib/staff/staff-sso.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { seeOther } from '../respond.ts'
import { takeSsoTurn } from '../take-turns.ts'
import { callNextAuth, signingIn } from './call-next-auth.ts'
import { toResponse } from './respond-to-auth.ts'
import { nextFrom } from './sign-in-again.ts'
import { signInProblem } from './sign-in-page.ts'
import { clearedSso, keptSsoFrom, ssoCookie } from './sso-cookie.ts'
import { withCookies } from './with-cookies.ts'

/** Where a tenant's provider sends people back: one address a tenant, so that no answer can be taken for another's. */
export const ssoReturnAddress = (slug: string): string =>
  new URL(`/admin/sign-in/sso/${slug}/return`, env().PUBLIC_URL).href

const refused = (fault: SignOnFault): Response =>
  withCookies(seeOther(signInProblem(`sso_${fault}`)), [clearedSso])

/** Sends the browser to the tenant's provider. */
export const startSso = async (request: Request, slug: string): Promise<Response> => {
  await takeSsoTurn(request)
  const signOn = await findSignOnAt(slug)
  if (!signOn) return refused('off')
  const kept = await keptSsoFrom(request, new Date())
  const isTheirs = kept?.email && domainOfEmail(kept.email) === signOn.sso.domain
  const email = isTheirs ? kept.email : null
  const language = preferredLanguage(request)
  const begun = await beginSignOn(signOn.sso, { redirectUri: ssoReturnAddress(slug), email, language })
  if (!begun.ok) return refused('down')
  const asked = { email, next: nextFrom(request), at: Date.now(), asked: begun.value.kept }
  return seeOther(begun.value.url, { 'set-cookie': await ssoCookie(asked) })
}

/** By way of a link that lives for this request alone: next-auth opens every session of the console. */
const openSession = async (
  request: Request,
  next: string,
  { member, sso, isVouched }: SignedOn,
): Promise<Response> => {
  const token = await mintSignIn(member.id, later(new Date(), minuteMs))
  const state = { ...signingIn(request), ssoTenantId: sso.tenantId, isVouched }
  const query = { token, email: 'link', callbackUrl: next }
  return toResponse(await callNextAuth({ request, action: ['callback', 'email'], query }, state))
}

/** Takes the answer of the provider, once: the browser forgets the try whatever comes of it. */
export const returnFromSso = async (request: Request, slug: string): Promise<Response> => {
  const now = new Date()
  const kept = await keptSsoFrom(request, now)
  const signOn = await findSignOnAt(slug)
  if (!signOn) return refused('off')
  if (!kept?.asked || kept.asked.tenantId !== signOn.tenant.id) return refused('lost')
  const { searchParams: query } = new URL(request.url)
  const done = await finishSignOn({ kept: kept.asked, address: ssoReturnAddress(slug), query }, now)
  if (!done.ok) return refused(done.reason)
  const next = kept.next === '/admin' ? `/admin/${slug}` : kept.next
  return withCookies(await openSession(request, next, done.value), [clearedSso])
}
