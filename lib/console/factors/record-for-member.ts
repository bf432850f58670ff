import type { AuditAction } from '#lib/audit/audit-action.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { listMembershipsOf } from '#lib/staff/membership-store.ts'
import { actorOf, type SignedIn } from '../desk.ts'

/** What a member changed about themselves, in the log of every tenant they work for: each relies on it. */
export const recordForMember = async (signedIn: SignedIn, action: AuditAction): Promise<void> => {
  const { member } = signedIn
  for (const { tenantId } of await listMembershipsOf(member.id))
    await recordAudit(tenantDb(tenantId), {
      actor: actorOf(signedIn),
      action,
      subject: member.id,
      detail: {},
    })
}
