import type { TenantDb } from '#lib/db/tenant-db.ts'
import { listHouseKeys } from './house-key-store.ts'
import { type KekStanding, kekStanding } from './key-encryption.ts'
import { sealedColumns } from './sealed-columns.ts'
import { countSealedByKey } from './sealed-row-store.ts'
import { listTenantKeys, type TenantKeyRow } from './tenant-key-store.ts'

export type KeyStatus = {
  readonly id: string
  readonly purpose: 'data' | 'lookup'
  readonly kekId: string
  readonly kek: KekStanding
  readonly createdAt: Date
  /** Of data keys: it seals what is written now. */
  readonly isNewest: boolean
  /** How many blobs it has sealed; of the installation's own keys they are not counted. */
  readonly sealed: number | null
}

type KeyRow = Pick<TenantKeyRow, 'id' | 'purpose' | 'kekId' | 'createdAt'>

const toStatus = (rows: readonly KeyRow[], sealedBy: ReadonlyMap<string, number> | null): KeyStatus[] => {
  const newest = rows.find(({ purpose }) => purpose === 'data')
  return rows.map(({ id, purpose, kekId, createdAt }) => ({
    id,
    purpose,
    kekId,
    kek: kekStanding(kekId),
    createdAt,
    isNewest: id === newest?.id,
    sealed: purpose === 'data' && sealedBy ? (sealedBy.get(id) ?? 0) : null,
  }))
}

/** The tenant's keys, the newest first; none once they were shredded. */
export const tenantKeyStatus = async (db: TenantDb): Promise<readonly KeyStatus[]> => {
  const sealedBy = new Map<string, number>()
  for (const of of sealedColumns)
    for (const { keyId, count } of await countSealedByKey(db, of))
      sealedBy.set(keyId, (sealedBy.get(keyId) ?? 0) + count)
  return toStatus(await listTenantKeys(db), sealedBy)
}

/** The keys of the installation itself. */
export const houseKeyStatus = async (): Promise<readonly KeyStatus[]> => toStatus(await listHouseKeys(), null)
