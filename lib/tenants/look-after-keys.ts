import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { currentKekId } from '#lib/vault/key-encryption.ts'
import { reseal } from '#lib/vault/reseal.ts'
import { type Retired, retireDataKeys, rewrapTenantKeys, rotateDataKey } from '#lib/vault/tenant-keys.ts'

type By = { readonly actor: string; readonly now: Date }

/** Wraps the tenant's keys by the current key-encryption key and logs it; answers how many were wrapped anew. */
export const rewrapKeys = (db: TenantDb, { actor }: By): Promise<number> =>
  inTransaction(db, async (tx) => {
    const count = await rewrapTenantKeys(tx)
    const detail = { count, keyEncryptionKey: currentKekId() }
    if (count > 0) await recordAudit(tx, { actor, action: 'vault.rewrapped', subject: tx.tenantId, detail })
    return count
  })

/** A new data key: what is written from now on is sealed by it, what stands is left to `resealAll`. */
export const rotateKey = (db: TenantDb, { actor }: By): Promise<void> =>
  rotateDataKey(db, (tx) =>
    recordAudit(tx, { actor, action: 'vault.rotated', subject: tx.tenantId, detail: {} }),
  )

/** Seals everything under the newest data key, and does away with older ones as soon as that is safe. */
export const resealAll = async (
  db: TenantDb,
  { actor, now }: By,
  watch?: Parameters<typeof reseal>[1],
): Promise<{ readonly sealed: number; readonly retired: Retired }> => {
  const { sealed } = await reseal(db, watch)
  const about = { actor, subject: db.tenantId }
  if (sealed > 0) await recordAudit(db, { ...about, action: 'vault.resealed', detail: { rows: sealed } })
  const retired = await retireDataKeys(db, now, (tx, count) =>
    recordAudit(tx, { ...about, action: 'vault.keys_retired', detail: { count } }),
  )
  return { sealed, retired }
}
