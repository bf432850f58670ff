import { redirectLifeMs } from '#lib/connections/start-redirect.ts'
import { cookieFrom } from './session-cookie.ts'

const nameOf = (attemptId: string): string => `__Host-way-${attemptId}`

/**
 * What a browser holds while its person is at the bank's own page, one for each try. Lax, for the bank sends them back by
 * a link; a window of its own has this cookie and not the visit's, which stays in the frame.
 */
export const wayCookie = (attemptId: string, proof: string): string =>
  `${nameOf(attemptId)}=${proof}; Path=/; Max-Age=${redirectLifeMs / 1_000}; HttpOnly; Secure; SameSite=Lax`

export const wayProofFrom = (request: Request, attemptId: string): string | null =>
  cookieFrom(request, nameOf(attemptId))
