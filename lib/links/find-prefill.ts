import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { findLink } from './link-store.ts'
import { type Prefill, prefillSchema } from './prefill.ts'
import { prefillPlace } from './prefill-place.ts'

/** What the tenant put into the link that a visit was opened with; null where it put nothing, or there was none. */
export const findPrefill = async (db: TenantDb, linkId: string | null): Promise<Prefill | null> => {
  const link = linkId === null ? null : await findLink(db, linkId)
  if (!link?.prefillSealed) return null
  return prefillSchema.parse(JSON.parse(await open(db, prefillPlace(link.id), link.prefillSealed)))
}
