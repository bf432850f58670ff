// GET /admin/sign-in/sso/:tenantSlug/return: the provider of the tenant sends people here. Its answer is taken once, from
// the browser that was sent there.
import { returnFromSso } from '#lib/web/staff/come-by-sso.ts'
import { consoleDoor } from '../../../../_doors/console-door.tsx'

export const GET = consoleDoor(async (request, { tenantSlug = '' }) => returnFromSso(request, tenantSlug))
