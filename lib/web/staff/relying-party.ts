import { isIP } from 'node:net'
import type { RelyingParty } from '#lib/console/factors/enrol-passkey.ts'
import { env } from '#lib/kit/env.ts'
import { AppError } from '#lib/kit/errors.ts'

const local = 'localhost'

/**
 * The site of the passkeys of this installation, or null where it has no name: browsers make none for a bare IP
 * address. On a machine of one's own `localhost` is a name, whatever PUBLIC_URL calls it.
 */
export const relyingPartyOf = (request: Request): RelyingParty | null => {
  const home = new URL(env().PUBLIC_URL)
  const [host] = (request.headers.get('host') ?? '').split(':')
  const isLocal = home.hostname === '127.0.0.1' || home.hostname === local
  if (isLocal) return host === local ? { id: local, origin: `${home.protocol}//${local}:${home.port}` } : null
  return isIP(home.hostname) === 0 ? { id: home.hostname, origin: home.origin } : null
}

/** Throws `not_found` where there can be no passkeys. */
export const requireSite = (request: Request): RelyingParty => {
  const site = relyingPartyOf(request)
  if (!site) throw new AppError('not_found')
  return site
}
