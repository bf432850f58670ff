import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import type { WebhookEndpointRow } from './webhook-endpoint-store.ts'

// The former secret is sealed anew for its own column: a blob opens only where it was sealed.
const place = (column: 'secretSealed' | 'formerSecretSealed', row: string) => ({
  table: 'WebhookEndpoint',
  column,
  row,
})

export const sealSecret = (db: TenantDb, id: string, secret: string): Promise<Bytes> =>
  seal(db, place('secretSealed', id), secret)

export const sealFormerSecret = (db: TenantDb, id: string, secret: string): Promise<Bytes> =>
  seal(db, place('formerSecretSealed', id), secret)

/** The secrets that sign at `now`, newest first: two while one is being rolled over (W3). */
export const openSecrets = async (
  db: TenantDb,
  endpoint: WebhookEndpointRow,
  now: Date,
): Promise<readonly string[]> => {
  const { id, secretSealed, formerSecretSealed, formerSecretEndsAt } = endpoint
  const newest = await open(db, place('secretSealed', id), secretSealed)
  if (!formerSecretSealed || !formerSecretEndsAt || now >= formerSecretEndsAt) return [newest]
  return [newest, await open(db, place('formerSecretSealed', id), formerSecretSealed)]
}
