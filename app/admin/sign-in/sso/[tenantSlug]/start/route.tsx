// GET /admin/sign-in/sso/:tenantSlug/start: anybody. Leads to the provider of the tenant.
import { startSso } from '#lib/web/staff/come-by-sso.ts'
import { consoleDoor } from '../../../../_doors/console-door.tsx'

export const GET = consoleDoor(async (request, { tenantSlug = '' }) => startSso(request, tenantSlug))
