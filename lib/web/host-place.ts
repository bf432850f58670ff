import { isIP } from 'node:net'
import { findLinkByToken } from '#lib/links/find-link-by-token.ts'
import { findProvenSession } from '#lib/sessions/open-session.ts'
import { findTenantByHost, type HostTenant } from '#lib/tenants/find-tenant-by-host.ts'
import { portalHost } from '#lib/tenants/tenant-site.ts'
import { proofFrom } from './session-cookie.ts'

/** Under which name a request asks: the portal’s, a tenant’s own, or one that is nobody’s. */
export type Place =
  | { readonly kind: 'portal' }
  | { readonly kind: 'own_host'; readonly host: string; readonly tenant: HostTenant }
  | { readonly kind: 'nowhere' }

const portal: Place = { kind: 'portal' }

/** Addresses and names of one word lead here from within: health checks, containers, one’s own machine. */
const isFromWithin = (host: string): boolean =>
  isIP(host.replace(/^\[|\]$/g, '')) !== 0 || !host.includes('.')

const hostOf = (request: Request): string =>
  (request.headers.get('host') ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/** By the `Host` header alone, which a proxy passes on as it came. */
export const placeOf = async (request: Request): Promise<Place> => {
  const host = hostOf(request)
  if (host === portalHost() || isFromWithin(host)) return portal
  const tenant = await findTenantByHost(host)
  return tenant ? { kind: 'own_host', host, tenant } : { kind: 'nowhere' }
}

/** The name that a proxy asks about. */
export const askedName = (request: Request): string => new URL(request.url).searchParams.get('domain') ?? ''

/** Whether people may come by this name: what a certificate may be fetched for. */
export const isServedName = async (name: string): Promise<boolean> => {
  const host = name.toLowerCase()
  return host === portalHost() || (await findTenantByHost(host)) !== null
}

type DoorParams = Readonly<Record<string, string>>

type Belongs = (tenant: HostTenant, request: Request, params: DoorParams) => boolean | Promise<boolean>

const isOwnLink = async ({ id }: HostTenant, token: string): Promise<boolean> => {
  const link = await findLinkByToken(token)
  return link === null || link.tenantId === id
}

const isOwnVisit = async ({ id }: HostTenant, request: Request, sessionId: string): Promise<boolean> => {
  const session = await findProvenSession(sessionId, proofFrom(request, sessionId))
  return session === null || session.tenantId === id
}

/** What is served under a tenant’s own host, by the first part of the path: its journey and nothing else. */
const journey: Readonly<Record<string, Belongs>> = {
  '': () => true,
  e: ({ slug }, _, { tenant }) => tenant === slug,
  l: (tenant, _, { token = '' }) => isOwnLink(tenant, token),
  connect: (tenant, request, { sessionId = '' }) => isOwnVisit(tenant, request, sessionId),
  callback: () => true,
  logo: ({ slug }, _, { tenantSlug }) => tenantSlug === slug,
}

/** Whether this page is served under this name. */
export const isServedAt = async (place: Place, request: Request, params: DoorParams): Promise<boolean> => {
  if (place.kind !== 'own_host') return place.kind === 'portal'
  const first = new URL(request.url).pathname.split('/')[1] ?? ''
  return (await journey[first]?.(place.tenant, request, params)) ?? false
}
