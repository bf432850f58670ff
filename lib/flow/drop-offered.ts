import { dropUnchosen } from '#lib/accounts/settle-accounts.ts'
import { listOtherVisits } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { isAnyOpen } from '#lib/sessions/session-store.ts'

/**
 * Deletes what a connection was offered with and nobody chose, unless another visit of the same login is still choosing:
 * then the last of them does it. `sessionId` is the visit that ends, null where none does.
 */
export const dropOffered = async (
  tx: TenantDb,
  connectionId: string,
  { sessionId, now }: { readonly sessionId: string | null; readonly now: Date },
): Promise<void> => {
  const others = await listOtherVisits(tx, connectionId, sessionId)
  if (!(await isAnyOpen(tx, others, now))) await dropUnchosen(tx, connectionId)
}
