import { tenantDb } from '#lib/db/tenant-db.ts'
import { env } from '#lib/kit/env.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { listDomains } from '#lib/tenants/tenant-domain-store.ts'
import { originAt } from '#lib/tenants/tenant-site.ts'
import { findReturned } from './come-back.ts'

/**
 * Banks know one address of this house, and a visit may live under a tenant's own host, where its cookies are. Answers
 * where the browser asks next: the tenant's first host, and after one of these the one behind it; null where none is left.
 */
export const findWayHome = async (
  connectorId: string,
  path: string,
  askedAt: string | null,
): Promise<string | null> => {
  const attempt = await findReturned(new URL(path, env().PUBLIC_URL), connectorId)
  if (!attempt) return null
  const domains = await listDomains(tenantDb(attempt.tenantId as TenantId))
  const hosts = domains.filter(({ isVerified }) => isVerified).map(({ host }) => host)
  if (askedAt !== null && !hosts.includes(askedAt)) return null
  const next = hosts[askedAt === null ? 0 : hosts.indexOf(askedAt) + 1]
  return next === undefined ? null : new URL(path, originAt(next)).href
}
