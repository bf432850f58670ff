import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { currentKekId, unwrapKey, wrapKey } from './key-encryption.ts'
import { forgetKeyRing } from './key-ring.ts'
import { deleteTenantKeys, insertTenantKey, listTenantKeys, rewrapTenantKey } from './tenant-key-store.ts'

const insertNew = async (tx: TenantDb, purpose: 'data' | 'lookup'): Promise<void> => {
  const id = mintId('key')
  await insertTenantKey(tx, { id, purpose, ...wrapKey(id, randomKey()) })
}

/** Gives a new tenant its first data key and its lookup key, in the transaction that creates it. */
export const createTenantKeys = async (tx: TenantDb): Promise<void> => {
  await insertNew(tx, 'data')
  await insertNew(tx, 'lookup')
}

/** From now on a new key seals; what older ones sealed still opens. */
export const rotateDataKey = async (db: TenantDb): Promise<void> => {
  await insertNew(db, 'data')
  forgetKeyRing(db.tenantId)
}

/** Wraps every key of the tenant by the current key-encryption key; answers how many were re-wrapped. */
export const rewrapTenantKeys = (db: TenantDb): Promise<number> =>
  inTransaction(db, async (tx) => {
    const stale = (await listTenantKeys(tx)).filter((row) => row.kekId !== currentKekId())
    for (const row of stale) await rewrapTenantKey(tx, row.id, wrapKey(row.id, unwrapKey(row)))
    return stale.length
  })

/** Deletes the tenant's keys: nothing it sealed can be opened again, in backups neither. Cannot be undone. */
export const shredTenantKeys = async (db: TenantDb): Promise<void> => {
  await deleteTenantKeys(db)
  forgetKeyRing(db.tenantId)
}
