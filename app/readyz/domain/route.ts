// GET /readyz/domain?domain=…: a proxy that is about to fetch a certificate. 200 for a name that this portal serves, 404 for
// every other.
import { askedName, isServedName } from '#lib/web/host-place.ts'
import { respondWithJson } from '#lib/web/respond.ts'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request): Promise<Response> => {
  const isServed = await isServedName(askedName(request))
  return respondWithJson({ isServed }, isServed ? 200 : 404)
}
