import { z } from 'zod'
import { minuteMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Fault } from '../faults.ts'
import type { AuthorizedAnswer } from './dialect-answers.ts'

/** The session in which a login succeeded may be read for so long; the dialect gives it eight minutes. */
const sessionMs = 7 * minuteMs

const grantSchema = z.object({ loginId: z.string(), requestId: z.string(), authorizedAt: z.iso.datetime() })

/** The upstream's lasting id of the login, and the session in which it was made. */
export const toGrant = ({ Login, RequestId }: AuthorizedAnswer, now: Date): string =>
  JSON.stringify({ loginId: Login.Id, requestId: RequestId, authorizedAt: now.toISOString() })

const parse = (grant: string) => {
  try {
    return grantSchema.safeParse(JSON.parse(grant)).data ?? null
  } catch {
    return null
  }
}

export type ReadGrant = {
  readonly loginId: string
  /** The session of the login while it may be read. */
  readonly openSession: string | null
}

/** What is no grant of ours names no login. */
export const readGrant = (grant: string, now: Date): Outcome<ReadGrant, Fault> => {
  const parsed = parse(grant)
  if (!parsed) return failed({ code: 'malformed_answer', detail: 'no grant' })
  const isOpen = now.getTime() - Date.parse(parsed.authorizedAt) < sessionMs
  return succeeded({ loginId: parsed.loginId, openSession: isOpen ? parsed.requestId : null })
}
