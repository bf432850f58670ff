import type { Browser } from '#lib/flow/open-personal-link.ts'
import { mintToken } from '#lib/kit/crypto.ts'
import { longestVisitMinutes } from '#lib/tenants/visit-limits.ts'
import { cookieFrom, proofFrom } from './session-cookie.ts'

const name = '__Host-door'

/**
 * The secret that the front door of a personal link gave to this browser, or a new one, with the header that gives it.
 * Of two clicks on Start at the same time a browser keeps one answer: with this both answers prove the same visit.
 */
export const browserFrom = (
  request: Request,
): Browser & { readonly secret: string; readonly setCookie: string } => {
  const secret = cookieFrom(request, name) ?? mintToken()
  const life = longestVisitMinutes * 60
  return {
    secret,
    setCookie: `${name}=${secret}; Path=/; Max-Age=${life}; HttpOnly; Secure; SameSite=Lax`,
    proofOf: (sessionId) => proofFrom(request, sessionId),
  }
}
