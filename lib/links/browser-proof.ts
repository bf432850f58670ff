import { hmacSha256 } from '#lib/kit/crypto.ts'
import type { Link } from './link.ts'

/**
 * The proof of the visit that a browser opens with a link: made from a secret that the front door gave to that browser
 * and nobody else. Two clicks at once therefore prove the same visit, whichever of them opened it.
 */
export const browserProof = (secret: string, linkId: Link['id']): string =>
  Buffer.from(hmacSha256(secret, `visit|${linkId}`)).toString('base64url')
