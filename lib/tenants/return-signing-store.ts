import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { getTenant, setReturnSigningSecret } from './tenant-store.ts'

const place = (tenantId: string) => ({ table: 'Tenant', column: 'returnSigningSecretSealed', row: tenantId })

/** The secret that signs return addresses, or null where the tenant has none. */
export const getReturnSigningSecret = async (db: TenantDb): Promise<string | null> => {
  const { returnSigningSecretSealed: sealed } = await getTenant(db.tenantId)
  return sealed && open(db, place(db.tenantId), sealed)
}

export const storeReturnSigningSecret = async (db: TenantDb, secret: string): Promise<void> =>
  setReturnSigningSecret(db.tenantId, await seal(db, place(db.tenantId), secret))
