import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sameBytes } from '#lib/kit/crypto.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { hashEntry } from './audit-entry.ts'
import { listEntriesAfter } from './audit-store.ts'

const pageSize = 500

/**
 * Walks the whole chain. Answers how many entries it has, or the sequence of the first that is missing or changed.
 * Entries cut off at the end leave no trace here: compare the count with one that was noted elsewhere.
 */
export const verifyAudit = async (db: TenantDb): Promise<Outcome<number, number>> => {
  let count = 0
  let previousHash: Uint8Array = new Uint8Array()
  for (;;) {
    const page = await listEntriesAfter(db, count, pageSize)
    for (const row of page) {
      const isNext = row.sequence === count + 1 && sameBytes(row.previousHash, previousHash)
      if (!isNext || !sameBytes(row.entryHash, hashEntry(row))) return failed(count + 1)
      count = row.sequence
      previousHash = row.entryHash
    }
    if (page.length < pageSize) return succeeded(count)
  }
}
