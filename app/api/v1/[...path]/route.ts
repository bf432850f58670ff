// GET, HEAD, POST, PUT, PATCH and DELETE of /api/v1/…: a tenant's server with an API key that has the scope of the verb.
// One door for the whole table (lib/web/api/operations.ts), so that what the document tells and what is there are one.
import { respondToApi } from '#lib/web/api/respond-to-api.ts'

const answer = (request: Request): Promise<Response> => respondToApi(request)

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT }
