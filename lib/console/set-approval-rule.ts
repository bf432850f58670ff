import { inTransaction } from '#lib/db/tenant-db.ts'
import { needsApproval, setNeedsApproval } from '#lib/tenants/tenant-store.ts'
import type { Desk } from './desk.ts'
import { recordChange } from './record-change.ts'

/** Whether what one member has prepared is published by another (O6). Setting it to what it is changes nothing. */
export const setApprovalRule = (desk: Desk<'team.manage'>, isNeeded: boolean): Promise<void> =>
  inTransaction(desk.db, async (tx) => {
    const before = await needsApproval(tx)
    if (before === isNeeded) return
    await setNeedsApproval(tx, isNeeded)
    await recordChange(tx, desk, {
      action: 'tenant.approval_rule',
      subject: desk.tenant.id,
      before: { needsApproval: before },
      after: { needsApproval: isNeeded },
    })
  })
