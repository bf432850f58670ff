// GET /v3/oauth/authorize?institution_id&redirect_uri&state: whoever a business sends, or its server in their place, which
// then sends them to the address that is answered. Checks what is asked and opens nothing: 302 to where a visit begins.
import { readAuthorizeRequest } from '#lib/compat/custom/authorize-request.ts'
import { checkCustomVisit } from '#lib/flow/custom/open-custom-visit.ts'
import { askedSearch } from '#lib/web/asked-address.ts'
import { beginUrl, refusedTo } from '#lib/web/custom-way.ts'
import { respondFound } from '#lib/web/respond.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const GET = pageDoor(async (request) => {
  const checked = await checkCustomVisit(readAuthorizeRequest(request.headers, askedSearch(request)))
  return respondFound(checked.ok ? beginUrl(request) : refusedTo(checked.reason))
})
