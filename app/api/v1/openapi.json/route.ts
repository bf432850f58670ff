// GET /api/v1/openapi.json: anybody. The contract of /api/v1 in OpenAPI 3.1, for programs that make clients.
import { apiDocument } from '#lib/web/api/api-document.ts'
import { respondWithJson } from '#lib/web/respond.ts'

export const dynamic = 'force-dynamic'

export const GET = (): Response => respondWithJson(apiDocument())
