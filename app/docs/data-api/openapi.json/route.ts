// GET /docs/data-api/openapi.json: anybody. The contract of the data API in OpenAPI 3.1.
import { dialectDocument } from '#lib/compat/reference/dialect-document.ts'
import { respondWithJson } from '#lib/web/respond.ts'

export const dynamic = 'force-dynamic'

export const GET = (): Response => respondWithJson(dialectDocument())
