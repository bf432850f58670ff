import { type Handler, page, plain } from '../web/serve.ts'
import { returnPage, startPage } from './pages.ts'
import { checkReturn } from './return-signature.ts'

export type Business = { portalUrl: string; signingSecret: string }

/** GET / the start page; GET /connected where the portal sends people back, whatever became of the visit. */
export function businessRoutes({ portalUrl, signingSecret }: Business): Handler {
  return (method, url) => {
    if (method !== 'GET') return plain('Only GET here.', 405)
    if (url.pathname === '/') return page(startPage(`${portalUrl}/e/maple`))
    if (url.pathname !== '/connected') return plain('No such page.', 404)
    const query = url.searchParams
    return page(returnPage({ query, verdict: checkReturn(query, signingSecret), portalUrl }))
  }
}
