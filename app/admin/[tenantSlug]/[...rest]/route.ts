// GET and POST of any other address of the console: anybody. Says in words that nothing is here, and leads back.
import { AppError } from '#lib/kit/errors.ts'
import { consoleDoor } from '../../_doors/console-door.tsx'

const nothing = consoleDoor(async () => {
  throw new AppError('not_found')
})

export { nothing as GET, nothing as POST }
