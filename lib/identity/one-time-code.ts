import { minuteMs, secondMs } from '#lib/kit/clock.ts'
import { type Bytes, sha256 } from '#lib/kit/crypto.ts'

/** S3: seven digits are 23 bits, at least the 20 asked for; ten minutes; five tries; half a minute between two. */
export const codeDigits = 7
export const codeLifeMs = 10 * minuteMs
export const codeTries = 5
export const resendAfterMs = 30 * secondMs

/** Bound to its claim: the same digits sent for another claim have another hash. */
export const hashCode = (claimId: string, code: string): Bytes => sha256(`${claimId}|${code}`)
