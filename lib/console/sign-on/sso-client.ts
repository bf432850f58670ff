import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import type { ProviderClient } from './provider.ts'

const placeOf = (db: TenantDb) => ({ table: 'StaffSso', column: 'clientSecretSealed', row: db.tenantId })

export const sealClientSecret = (db: TenantDb, secret: string) => seal(db, placeOf(db), secret)

export const openClient = async (
  db: TenantDb,
  { issuer, clientId, clientSecretSealed }: StaffSso,
): Promise<ProviderClient> => ({
  issuer,
  clientId,
  clientSecret: await open(db, placeOf(db), clientSecretSealed),
})
