// GET /readyz/domain?domain=…: a proxy that is about to fetch a certificate. 200 for a name that this portal serves, 404 for
// every other.
import { askedName, isServedName } from '#lib/web/host-place.ts'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request): Promise<Response> =>
  new Response(null, { status: (await isServedName(askedName(request))) ? 200 : 404 })
