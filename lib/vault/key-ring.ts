import type { TenantDb } from '#lib/db/tenant-db.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import { unwrapKey } from './key-encryption.ts'
import { listTenantKeys } from './tenant-key-store.ts'

/** A tenant's keys in the clear. `newest` seals, all of `data` open, `lookup` makes fingerprints. */
export type KeyRing = {
  readonly newest: { readonly id: string; readonly key: Uint8Array }
  readonly data: ReadonlyMap<string, Uint8Array>
  readonly lookup: Uint8Array
}

/** Keys stay in memory this long at most, so that shredding in one process soon holds in all. */
const lifeMs = minuteMs

const rings = new Map<string, { readonly ring: KeyRing; readonly until: number }>()

export const forgetKeyRing = (tenantId: string): void => {
  rings.delete(tenantId)
}

const load = async (db: TenantDb): Promise<KeyRing> => {
  const rows = await listTenantKeys(db)
  const dataRows = rows.filter((row) => row.purpose === 'data')
  const lookupRow = rows.find((row) => row.purpose === 'lookup')
  const [newestRow] = dataRows
  if (!newestRow || !lookupRow) throw new Error(`tenant ${db.tenantId} has no keys`)
  const data = new Map(dataRows.map((row) => [row.id, unwrapKey(row)]))
  const newest = { id: newestRow.id, key: data.get(newestRow.id) as Uint8Array }
  return { newest, data, lookup: unwrapKey(lookupRow) }
}

/** Throws when the tenant's keys were shredded, or no key-encryption key opens them. */
export const keyRingOf = async (db: TenantDb): Promise<KeyRing> => {
  const known = rings.get(db.tenantId)
  if (known && Date.now() < known.until) return known.ring
  const ring = await load(db)
  rings.set(db.tenantId, { ring, until: Date.now() + lifeMs })
  return ring
}
