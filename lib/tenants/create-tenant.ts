import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { createTenantKeys } from '#lib/vault/tenant-keys.ts'
import { insertTenant } from './tenant-store.ts'

/** A new client of this installation, with keys and nothing published yet. `customerId` is a GUID. */
export const createTenant = async (input: {
  readonly slug: string
  readonly name: string
  readonly customerId: string
}): Promise<TenantDb> => {
  const id = mintId('ten')
  await insertTenant({ id, ...input })
  const db = tenantDb(id)
  await createTenantKeys(db)
  return db
}
