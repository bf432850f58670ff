import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { setRevoked } from './api-key-store.ts'

/** Ends a key for ever, from the next request on. False when there is no such key or it had ended already. */
export const revokeApiKey = (
  db: TenantDb,
  id: string,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!(await setRevoked(tx, id, now))) return false
    const detail = changesBetween({ isRevoked: false }, { isRevoked: true })
    await recordAudit(tx, { actor, action: 'api_key.revoked', subject: id, detail })
    return true
  })
