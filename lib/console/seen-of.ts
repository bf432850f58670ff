import { sha256 } from '#lib/kit/crypto.ts'

/**
 * What a form was drawn from, in a few letters that it carries along: where they are no longer those of what stands,
 * somebody else has saved meanwhile, and nothing is overwritten unseen.
 */
export const seenOf = (state: unknown): string =>
  Buffer.from(sha256(JSON.stringify(state)))
    .toString('base64url')
    .slice(0, 22)
