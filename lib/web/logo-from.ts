import { tenantDb } from '#lib/db/tenant-db.ts'
import { AppError } from '#lib/kit/errors.ts'
import { findBrandAsset } from '#lib/tenants/brand-asset-store.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'

/** The picture of a name that holds its hash. It is shown and nothing else: not run, not sniffed, and kept for ever. */
export const logoFrom = async (slug: string, file: string): Promise<Response> => {
  const id = /^([0-9a-f]{64})\.png$/.exec(file)?.[1]
  const tenant = id === undefined ? null : await findTenantBySlug(slug)
  const found = tenant && id !== undefined ? await findBrandAsset(tenantDb(tenant.id), id) : null
  if (!found) throw new AppError('not_found')
  return new Response(found.image, {
    headers: {
      'content-type': found.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
