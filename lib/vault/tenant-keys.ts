import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { currentKekId, unwrapKey, wrapKey } from './key-encryption.ts'
import { forgetKeyRing } from './key-ring.ts'
import { reseal } from './reseal.ts'
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

/**
 * From now on a new key seals, in other processes within a minute; what older ones sealed still opens. In the
 * transaction in which `tell` records it.
 */
export const rotateDataKey = async (
  db: TenantDb,
  tell: (tx: TenantDb) => Promise<void> = async () => undefined,
): Promise<void> => {
  mustStandAlone(db)
  await inTransaction(db, async (tx) => {
    await insertNew(tx, 'data')
    await tell(tx)
  })
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

/** Nobody seals under a key any more that is no longer the newest, once memories and transactions have ended. */
export const retireAfterMs = 10 * minuteMs

/** What was done with keys that nothing is sealed by any more; or from when on it can be done. */
export type Retired = { readonly count: number; readonly notBefore: Date | null }

/**
 * Deletes the data keys that are no longer the newest, once `reseal` has left nothing to them. In the transaction in
 * which `tell` records it.
 */
export const retireDataKeys = async (
  db: TenantDb,
  now: Date,
  tell: (tx: TenantDb, count: number) => Promise<void>,
): Promise<Retired> => {
  mustStandAlone(db)
  const [newest, ...older] = (await listTenantKeys(db)).filter(({ purpose }) => purpose === 'data')
  if (!newest || older.length === 0) return { count: 0, notBefore: null }
  const notBefore = later(newest.createdAt, retireAfterMs)
  if (now < notBefore) return { count: 0, notBefore }
  // Looked at after the time is up: what a late writer has left behind is sealed anew before its key goes.
  while ((await reseal(db)).found > 0);
  const ids = older.map(({ id }) => id)
  await inTransaction(db, async (tx) => {
    await deleteTenantKeys(tx, ids)
    await tell(tx, ids.length)
  })
  forgetKeyRing(db.tenantId)
  return { count: ids.length, notBefore: null }
}

/**
 * Deletes the tenant's keys: nothing it sealed opens again, here at once and in other processes within a minute.
 * In the transaction in which `tell` records it. A backup of the keys still opens a backup of the data. Cannot be undone.
 */
export const shredTenantKeys = async (
  db: TenantDb,
  tell: (tx: TenantDb) => Promise<void> = async () => undefined,
): Promise<void> => {
  mustStandAlone(db)
  await inTransaction(db, async (tx) => {
    await deleteTenantKeys(tx)
    await tell(tx)
  })
  forgetKeyRing(db.tenantId)
}
