import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { setRevoked, setUnrevoked } from './link-store.ts'

/** Takes back a link that nobody has opened yet. False when there is none such; a visit that was opened goes on. */
export const revokeLink = (
  db: TenantDb,
  id: string,
  by: { readonly actor: string; readonly now: Date },
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!(await setRevoked(tx, id, by.now))) return false
    const detail = changesBetween({ isRevoked: false }, { isRevoked: true })
    await recordAudit(tx, { actor: by.actor, action: 'link.revoked', subject: id, detail })
    return true
  })

/** Lets a link that was taken back open again. False when it was not, or its days are over. */
export const bringBackLink = (
  db: TenantDb,
  id: string,
  by: { readonly actor: string; readonly now: Date },
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!(await setUnrevoked(tx, id, by.now))) return false
    const detail = changesBetween({ isRevoked: true }, { isRevoked: false })
    await recordAudit(tx, { actor: by.actor, action: 'link.brought_back', subject: id, detail })
    return true
  })
