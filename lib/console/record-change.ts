import type { AuditAction } from '#lib/audit/audit-action.ts'
import { changesBetween, type State } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { actorOf, type SignedIn } from './desk.ts'

type Change = {
  readonly action: AuditAction
  readonly subject: string
  readonly before?: State
  readonly after?: State
}

/** Every change made in the console, in its transaction: who, what, before and after. */
export const recordChange = (
  tx: TenantDb,
  by: Pick<SignedIn, 'member'> | { readonly actor: string },
  { action, subject, before = {}, after = {} }: Change,
): Promise<void> =>
  recordAudit(tx, {
    actor: 'actor' in by ? by.actor : actorOf(by),
    action,
    subject,
    detail: changesBetween(before, after),
  })
