import { z } from 'zod'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { mintToken } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { createTenantKeys } from '#lib/vault/tenant-keys.ts'
import { storeReturnSigningSecret } from './return-signing-store.ts'
import { insertTenant } from './tenant-store.ts'

/** What stands below `/admin` beside the tenants: a tenant of that name would never see its console. */
export const reservedSlugs: readonly string[] = [
  'account',
  'language',
  'open',
  'second-factor',
  'setup',
  'sign-in',
  'sign-out',
]

/** The slug stands in public links, so it is plain and short. */
export const newTenantSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'is not lower-case letters, digits, hyphens')
    .refine((slug) => !reservedSlugs.includes(slug), 'is a name of the console itself'),
  name: z.string().trim().min(1).max(80),
  customerId: z.guid().toLowerCase(),
  returnSigningSecret: z.string().min(24).optional(),
})
export type NewTenant = z.input<typeof newTenantSchema>

/**
 * A new client of this installation: its row, its keys and the secret that signs its returns (minted unless given),
 * all or nothing. Nothing is published yet. Throws when the input is not usable or the slug or GUID is taken.
 */
export const createTenant = async (input: NewTenant): Promise<TenantDb> => {
  const { returnSigningSecret = mintToken(), ...tenant } = newTenantSchema.parse(input)
  const db = tenantDb(mintId('ten'))
  await inTransaction(db, async (tx) => {
    await insertTenant(tx, tenant)
    await createTenantKeys(tx)
    await storeReturnSigningSecret(tx, returnSigningSecret)
  })
  return db
}
