import { env } from '#lib/kit/env.ts'

/**
 * True when a POST was made by a page of ours. Our pages send no referrer, so browsers give `Origin: null` with a form
 * and the word that counts is `Sec-Fetch-Site`, which no page can forge; an older browser is known by its `Origin`.
 */
export const isSameOrigin = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('origin') === new URL(env().PUBLIC_URL).origin
}
