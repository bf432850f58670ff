// GET /: anybody. There is nothing to see without a link.
import { AppError } from '#lib/kit/errors.ts'
import { pageDoor } from './_doors/page-door.tsx'

export const GET = pageDoor(async () => {
  throw new AppError('not_found')
})
