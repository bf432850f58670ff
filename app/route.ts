// GET /: anybody. Under a tenant's own host its public link; else there is nothing to see without one.
import { AppError } from '#lib/kit/errors.ts'
import { placeOf } from '#lib/web/host-place.ts'
import { seeOther } from '#lib/web/respond.ts'
import { pageDoor } from './_doors/page-door.tsx'

export const GET = pageDoor(async (request) => {
  const place = await placeOf(request)
  if (place.kind !== 'own_host') throw new AppError('not_found')
  return seeOther(`/e/${place.tenant.slug}${new URL(request.url).search}`)
})
