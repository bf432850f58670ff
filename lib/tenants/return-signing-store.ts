import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { findSealedReturnSecret, setSealedReturnSecret } from './tenant-store.ts'

const place = (tenantId: string) => ({ table: 'Tenant', column: 'returnSigningSecretSealed', row: tenantId })

/** The secret that signs return addresses and that the tenant's server knows; null where the tenant has none. */
export const getReturnSigningSecret = async (db: TenantDb): Promise<string | null> => {
  const sealed = await findSealedReturnSecret(db)
  return sealed && open(db, place(db.tenantId), sealed)
}

/** From now on returns are signed by `secret`; the former one is gone. */
export const storeReturnSigningSecret = async (db: TenantDb, secret: string): Promise<void> =>
  setSealedReturnSecret(db, await seal(db, place(db.tenantId), secret))
