import { type Handler, page, plain } from '../web/serve.ts'
import { embedKindOf, embedPage } from './embed-pages.ts'
import { openHookBox } from './hook-box.ts'
import { hookRoutes, type WebhookSecrets } from './hook-routes.ts'
import { returnPage, startPage } from './pages.ts'
import { checkReturnOfAny } from './return-signature.ts'

export type Business = { portalUrl: string; signingSecrets: readonly string[]; webhooks: WebhookSecrets }

/**
 * GET / the start page; GET /connected where the portal sends people back, whatever became of the visit; POST
 * /hooks/standard and /hooks/dialect where it tells what happened, GET /hooks what it told.
 */
export function businessRoutes({ portalUrl, signingSecrets, webhooks }: Business): Handler {
  const hooks = hookRoutes(openHookBox(), webhooks)
  return async (method, url, incoming) => {
    if (url.pathname.startsWith('/hooks') || url.pathname === '/api/hooks')
      return hooks(method, url, incoming)
    if (method !== 'GET') return plain('Only GET here.', 405)
    if (url.pathname === '/') return page(startPage(`${portalUrl}/e/maple`))
    const embed = embedKindOf(url.pathname)
    if (embed) return embedPage(embed, portalUrl, url.searchParams)
    if (url.pathname !== '/connected') return plain('No such page.', 404)
    const query = url.searchParams
    return page(returnPage({ query, verdict: checkReturnOfAny(query, signingSecrets), portalUrl }))
  }
}
