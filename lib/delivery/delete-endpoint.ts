import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { endpointState } from './webhook-endpoint.ts'
import { deleteEndpointRow, findEndpoint } from './webhook-endpoint-store.ts'

/** Deletes an endpoint with all that waits for it. False when it was not there. */
export const deleteEndpoint = (db: TenantDb, id: string, actor: string): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const before = await findEndpoint(tx, id)
    if (!before) return false
    // The log is locked before the row, as by whoever announces: in the other order the two could wait for each other.
    const detail = changesBetween(endpointState(before), {})
    await recordAudit(tx, { actor, action: 'webhook_endpoint.deleted', subject: id, detail })
    return deleteEndpointRow(tx, id)
  })
