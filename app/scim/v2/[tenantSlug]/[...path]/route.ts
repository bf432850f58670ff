// GET, HEAD, POST, PUT, PATCH and DELETE of /scim/v2/:tenantSlug/…: a tenant's provider with the token of its page of single
// sign-on. It keeps the team by SCIM 2.0; lib/web/scim/scim-verbs.ts is the table.
import { respondToScim } from '#lib/web/scim/respond-to-scim.ts'

const answer = (request: Request): Promise<Response> => respondToScim(request)

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT }
