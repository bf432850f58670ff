import { sha256 } from '#lib/kit/crypto.ts'
import type { Link } from './link.ts'
import { findLinkByHash } from './link-store.ts'

/**
 * The link that `token` opens, whatever became of it. Anything may be asked: a text that is no token takes the same
 * way and the same time as one that was never given out (S4).
 */
export const findLinkByToken = (token: string): Promise<Link | null> => findLinkByHash(sha256(token))
