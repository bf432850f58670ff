// GET and POST of any other address: anybody. Says in words that nothing is here.
import { AppError } from '#lib/kit/errors.ts'
import { pageDoor } from '../_doors/page-door.tsx'

const nothing = pageDoor(async () => {
  throw new AppError('not_found')
})

export { nothing as GET, nothing as POST }
