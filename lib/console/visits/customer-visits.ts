import { listConnectionIdsOfVisits } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { listSessionIdsOfReference } from '#lib/identity/identity-store.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { listLinkRows } from '#lib/links/link-store.ts'
import { foldReference, referenceFingerprint } from '#lib/vault/reference-fingerprint.ts'

const most = 100

/** What rows of this customer are found by; null where nothing is left of what was typed. */
export const customerFingerprint = async (db: TenantDb, typed: string): Promise<Bytes | null> =>
  foldReference(typed) === '' ? null : referenceFingerprint(db, typed)

/** The latest visits of the customer of that reference: who gave it in the visit, or came by a link that has it. */
export const listVisitsOfCustomer = async (db: TenantDb, typed: string): Promise<string[]> => {
  const found = await customerFingerprint(db, typed)
  if (found === null) return []
  const [given, links] = await Promise.all([
    listSessionIdsOfReference(db, found, most),
    listLinkRows(db, { referenceFingerprint: found, limit: most }),
  ])
  return [...new Set([...given, ...links.flatMap(({ redeemedSessionId }) => redeemedSessionId ?? [])])]
}

export const listConnectionsOfCustomer = async (db: TenantDb, typed: string): Promise<string[]> =>
  listConnectionIdsOfVisits(db, await listVisitsOfCustomer(db, typed))
