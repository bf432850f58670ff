import { env } from '#lib/kit/env.ts'
import { originAt } from '#lib/tenants/tenant-site.ts'
import type { Place } from './host-place.ts'

/**
 * True when a POST was made by a page of ours. Our pages send no referrer, so browsers give `Origin: null` with a form
 * and the word that counts is `Sec-Fetch-Site`, which no page can forge; an older browser is known by its `Origin`, which is
 * that of the host under which the page was asked for.
 */
export const isSameOrigin = (request: Request, place: Place): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const ours = place.kind === 'own_host' ? originAt(place.host) : new URL(env().PUBLIC_URL).origin
  return request.headers.get('origin') === ours
}
