// GET /logo/:tenantSlug/:file: anybody. A logo by the hash of its content, which never changes.
import { logoFrom } from '#lib/web/logo-from.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const GET = pageDoor(async (_request, { tenantSlug = '', file = '' }) => logoFrom(tenantSlug, file))
