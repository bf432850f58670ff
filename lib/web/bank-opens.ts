import type { OpenVisit } from '#lib/flow/open-visit.ts'
import type { Frame } from '#lib/flow/view.ts'
import { env } from '#lib/kit/env.ts'

/**
 * Where the bank's own page opens: never in a frame. A browser too old to say whether it asks for a frame is taken to,
 * where the visit was opened in one.
 */
export const bankOpensFor = (request: Request, { session }: OpenVisit): Frame['bankOpens'] => {
  const isFramed = session.frame !== null && request.headers.get('sec-fetch-dest') !== 'document'
  if (!isFramed) return 'here'
  return session.frame?.settings.oauthWindowRedirect ? 'top' : 'window'
}

/**
 * The form that leads to a bank is answered by a way to an address which nobody knows beforehand; browsers hold that way
 * against the page's own policy. Nothing is typed on such a page.
 */
export const bankTargets = (): readonly string[] =>
  env().PUBLIC_URL.startsWith('https:') ? ['https:'] : ['https:', 'http:']
