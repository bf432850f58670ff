import { recordAudit } from '#lib/audit/record-audit.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import type { StaffMemberId } from '#lib/kit/ids.ts'
import { listMembershipsOf, listOwnersWhoCame } from '#lib/staff/membership-store.ts'

/** What whoever operates the installation can do in somebody's stead: the way in when every other is shut. */
export const alarmKinds = ['operator_link_used', 'factors_reset'] as const
export type AlarmKind = (typeof alarmKinds)[number]

type Alarm = { readonly kind: AlarmKind; readonly actor: string }

/**
 * Tells every tenant that a member works for what was done in their stead: the log, and a mail to each owner who has
 * come (D6). Called before it takes effect, so that nothing of the kind happens untold.
 */
export const recordAlarm = async (memberId: StaffMemberId, { kind, actor }: Alarm): Promise<void> => {
  for (const { tenantId } of await listMembershipsOf(memberId))
    await inTransaction(tenantDb(tenantId), async (tx) => {
      await recordAudit(tx, { actor, action: `staff.${kind}`, subject: memberId, detail: {} })
      for (const owner of await listOwnersWhoCame(tx))
        await recordOutboxEvent(tx, {
          topic: 'mail.alarm',
          payload: { kind, aboutId: memberId, memberId: owner.memberId },
        })
    })
}
