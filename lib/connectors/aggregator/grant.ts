import { z } from 'zod'
import { minuteMs } from '#lib/kit/clock.ts'
import type { AuthorizedAnswer } from './dialect-answers.ts'

/** The session in which a login succeeded may be read for so long; the dialect gives it eight minutes. */
const sessionMs = 7 * minuteMs

const grantSchema = z.object({ loginId: z.string(), requestId: z.string(), authorizedAt: z.iso.datetime() })

/** The upstream's lasting id of the login, and the session in which it was made. */
export const toGrant = ({ Login, RequestId }: AuthorizedAnswer, now: Date): string =>
  JSON.stringify({ loginId: Login.Id, requestId: RequestId, authorizedAt: now.toISOString() })

/** `openSession`: the session of the login while it may be read, else null. */
export const readGrant = (grant: string, now: Date) => {
  const { loginId, requestId, authorizedAt } = grantSchema.parse(JSON.parse(grant))
  const isOpen = now.getTime() - Date.parse(authorizedAt) < sessionMs
  return { loginId, openSession: isOpen ? requestId : null }
}
