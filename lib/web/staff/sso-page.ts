import { findSignOnAt, type SignOn } from '#lib/console/sign-on/find-sign-on.ts'
import { callNextAuth, signingIn } from './call-next-auth.ts'
import { nextFrom } from './sign-in-again.ts'
import { keptSsoFrom } from './sso-cookie.ts'

export type SsoScene = {
  readonly signOn: SignOn
  /** Where the provider is asked. */
  readonly start: string
  /** For the other way, where it is open: the address that was typed, and next-auth's token against forged forms. */
  readonly mail: { readonly email: string; readonly next: string; readonly csrfToken: string } | null
  readonly cookies: readonly string[]
}

/** What the page before a tenant's provider shows; null where there is none. */
export const ssoScene = async (request: Request, slug: string): Promise<SsoScene | null> => {
  const signOn = await findSignOnAt(slug)
  if (!signOn) return null
  const kept = await keptSsoFrom(request, new Date())
  const isAsked = new URL(request.url).searchParams.has('next')
  const next = isAsked ? nextFrom(request) : (kept?.next ?? '/admin')
  const start = `/admin/sign-in/sso/${slug}/start?${new URLSearchParams({ next })}`
  if (!kept?.email || signOn.sso.isRequired) return { signOn, start, mail: null, cookies: [] }
  const { body, cookies } = await callNextAuth({ request, action: ['csrf'] }, signingIn(request))
  const { csrfToken } = body as { csrfToken: string }
  return { signOn, start, mail: { email: kept.email, next, csrfToken }, cookies }
}
