// GET /healthz: anybody. Says that the process answers; orchestrators restart it when it does not.
import { respondWithJson } from '#lib/web/respond.ts'

export const dynamic = 'force-dynamic'

export const GET = (): Response => respondWithJson({ status: 'ok' })
