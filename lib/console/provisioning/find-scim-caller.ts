import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { findScimTokenByHash, noteScimTokenUse } from '#lib/staff/scim-token-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'

/** A tenant's provider at work. It is heard about addresses of `domain` alone; null, none is verified just now. */
export type ScimCaller = {
  readonly db: TenantDb
  readonly slug: string
  readonly tokenId: string
  readonly domain: string | null
}

const noteEveryMs = minuteMs

/** Whose token it is at this tenant, and notes that it was used. Whatever is wrong is the same answer (S4). */
export const findScimCaller = async (secret: string, slug: string, now: Date): Promise<ScimCaller | null> => {
  const token = await findScimTokenByHash(sha256(secret), now)
  const tenant = token && (await findTenant(token.tenantId))
  if (!token || tenant?.slug !== slug) return null
  const db = tenantDb(tenant.id)
  const isStale = token.lastUsedAt === null || now >= later(token.lastUsedAt, noteEveryMs)
  if (isStale) await noteScimTokenUse(db, token.id, now)
  const sso = await findSso(db)
  return { db, slug, tokenId: token.id, domain: sso?.verifiedAt ? sso.domain : null }
}

/** A caller whose domain is verified. */
export type Provider = ScimCaller & { readonly domain: string }
