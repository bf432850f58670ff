import type { TenantDb } from '#lib/db/tenant-db.ts'
import { env } from '#lib/kit/env.ts'
import { standingOf } from './tenant-domain.ts'
import { listDomains } from './tenant-domain-store.ts'

export const portalHost = (): string => new URL(env().PUBLIC_URL).hostname.replace(/^\[|\]$/g, '')

/** The portal under another name: the scheme and the port that people use stay. */
export const originAt = (host: string): string => {
  const url = new URL(env().PUBLIC_URL)
  url.hostname = host
  return url.origin
}

/** Where the links of a tenant lead: to its own host while its records stand, else to the portal’s. */
export const siteOf = async (db: TenantDb): Promise<string> => {
  const own = (await listDomains(db)).find((domain) => standingOf(domain) === 'verified')
  return own ? originAt(own.host) : new URL(env().PUBLIC_URL).origin
}
