import type { TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { Latest } from '#lib/kit/latest.ts'
import { findNewestIds } from './version-store.ts'

export type CurrentVersions = { readonly brandId: string; readonly policyId: string }

/** What was published reaches new visits of every process within this time. */
const lifeMs = 5 * secondMs

const kept = new Latest<{ readonly versions: CurrentVersions; readonly until: number }>(2_000)

/** The newest brand and policy of the tenant: what a visit that begins now is pinned to. Throws where none is published. */
export const getCurrent = async (db: TenantDb): Promise<CurrentVersions> => {
  const known = kept.get(db.tenantId)
  if (known && Date.now() < known.until) return known.versions
  const { brandId, policyId } = await findNewestIds(db)
  if (!brandId || !policyId) throw new Error(`tenant ${db.tenantId} has published no brand or no policy`)
  const versions = { brandId, policyId }
  kept.set(db.tenantId, { versions, until: Date.now() + lifeMs })
  return versions
}

/** Called when this process published: its own next visit begins on the new version at once. */
export const forgetCurrent = ({ tenantId }: TenantDb): void => {
  kept.delete(tenantId)
}
