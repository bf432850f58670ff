// GET /readyz: anybody. Says that the process can serve: its database answers; balancers wait for it.
import { isDatabaseUp } from '#lib/db/scope-doors.ts'
import { respondWithJson } from '#lib/web/respond.ts'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> =>
  (await isDatabaseUp())
    ? respondWithJson({ status: 'ready' })
    : respondWithJson({ status: 'unavailable', database: 'unreachable' }, 503)
