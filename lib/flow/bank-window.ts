import { sameBytes } from '#lib/kit/crypto.ts'
import { fingerprint } from '#lib/vault/fingerprint.ts'
import type { OpenVisit } from './open-visit.ts'
import { seenOf } from './seen.ts'

// A bank's own page never stands in a frame, and the cookie of a framed visit is not there in the window that opens in
// its place. Two keyed values, of which nothing is stored, take the place of that cookie.

const textOf = async ({ db }: Pick<OpenVisit, 'db'>, scope: string, text: string): Promise<string> =>
  Buffer.from(await fingerprint(db, scope, text)).toString('base64url')

const isSame = (one: string, other: string): boolean => sameBytes(Buffer.from(one), Buffer.from(other))

/**
 * Stands in a page of the visit and opens the bank from a window without the visit's cookie. Spent by what it does: it
 * is bound to the try that the page has seen, and sending somebody to a bank begins another.
 */
export const windowPassOf = (open: Pick<OpenVisit, 'db' | 'session' | 'attempt'>): Promise<string> =>
  textOf(open, 'window-pass', `${open.session.id}\0${seenOf(open)}`)

export const isWindowPass = async (open: OpenVisit, pass: string): Promise<boolean> =>
  isSame(await windowPassOf(open), pass)

/** What the browser that was sent to the bank keeps, and must hold when it comes back: a stolen address opens nothing. */
export const wayProofOf = (open: Pick<OpenVisit, 'db'>, attemptId: string): Promise<string> =>
  textOf(open, 'way-proof', attemptId)

export const isWayProof = async (
  open: Pick<OpenVisit, 'db'>,
  attemptId: string,
  proof: string,
): Promise<boolean> => isSame(await wayProofOf(open, attemptId), proof)
