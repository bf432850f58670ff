import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { currentKekId, unwrapKey, wrapKey } from './key-encryption.ts'
import { forgetKeyRing } from './key-ring.ts'
import { deleteTenantKeys, insertTenantKey, listTenantKeys, rewrapTenantKey } from './tenant-key-store.ts'

const insertNew = async (tx: TenantDb, purpose: 'data' | 'lookup'): Promise<void> => {
  const id = mintId('key')
  await insertTenantKey(tx, { id, purpose, ...wrapKey(tx.tenantId, { id, purpose }, randomKey()) })
}

/** Gives a new tenant its first data key and its lookup key, in the transaction that creates it. */
export const createTenantKeys = async (tx: TenantDb): Promise<void> => {
  await insertNew(tx, 'data')
  await insertNew(tx, 'lookup')
}

// Inside a transaction that rolls back, a new key would already have sealed, and a shredded one be back.
const mustStandAlone = (db: TenantDb): void => {
  if (db.isTransaction) throw new Error('keys are rotated and shredded outside of transactions')
}

/** From now on a new key seals, in other processes within a minute; what older ones sealed still opens. */
export const rotateDataKey = async (db: TenantDb): Promise<void> => {
  mustStandAlone(db)
  await insertNew(db, 'data')
  forgetKeyRing(db.tenantId)
}

/** Wraps every key of the tenant by the current key-encryption key; answers how many were re-wrapped. */
export const rewrapTenantKeys = (db: TenantDb): Promise<number> =>
  inTransaction(db, async (tx) => {
    const stale = (await listTenantKeys(tx)).filter((row) => row.kekId !== currentKekId())
    for (const row of stale)
      await rewrapTenantKey(tx, row.id, wrapKey(tx.tenantId, row, unwrapKey(tx.tenantId, row)))
    return stale.length
  })

/**
 * Deletes the tenant's keys: nothing it sealed opens again, here at once and in other processes within a minute.
 * A backup of the keys still opens a backup of the data. Cannot be undone.
 */
export const shredTenantKeys = async (db: TenantDb): Promise<void> => {
  mustStandAlone(db)
  await deleteTenantKeys(db)
  forgetKeyRing(db.tenantId)
}
