import type { AuditRecord } from '#lib/audit/audit-entry.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { actorOf, type SignedIn } from './desk.ts'

/** What a thing was or is, by field. No secret and nothing of a person: it is kept for ever. */
export type State = Readonly<Record<string, unknown>>

type Change = {
  /** `brand.published` */
  readonly action: string
  readonly subject: string
  readonly before?: State
  readonly after?: State
}

const told = (value: unknown): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value ?? null)

/** `before.<field>` and `after.<field>` of every field that differs; an absent side is left out. */
export const changesBetween = (before: State, after: State): AuditRecord['detail'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => told(before[field]) !== told(after[field]))
      .flatMap((field) => [
        ...(field in before ? [[`before.${field}`, told(before[field])]] : []),
        ...(field in after ? [[`after.${field}`, told(after[field])]] : []),
      ]),
  )

/** Every change made in the console, in its transaction: who, what, before and after. */
export const recordChange = (
  tx: TenantDb,
  by: Pick<SignedIn, 'member'>,
  { action, subject, before = {}, after = {} }: Change,
): Promise<void> =>
  recordAudit(tx, { actor: actorOf(by), action, subject, detail: changesBetween(before, after) })
