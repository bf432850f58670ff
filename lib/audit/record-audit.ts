import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { type AuditRecord, hashEntry } from './audit-entry.ts'
import { findLastEntry, insertEntry, lockAudit } from './audit-store.ts'

/** Appends to the tenant's log, in the transaction of the act it tells. */
export const recordAudit = (db: TenantDb, record: AuditRecord): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockAudit(tx)
    const last = await findLastEntry(tx)
    const link = {
      ...record,
      sequence: (last?.sequence ?? 0) + 1,
      at: new Date(),
      previousHash: new Uint8Array(last?.entryHash ?? []),
    }
    await insertEntry(tx, { ...link, entryHash: hashEntry({ ...link, tenantId: tx.tenantId }) })
  })
