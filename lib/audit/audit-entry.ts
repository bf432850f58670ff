import { type Bytes, sha256 } from '#lib/kit/crypto.ts'
import type { AuditAction, AuditDetail } from './audit-action.ts'

/** What happened: `actor` and `subject` are ids, `detail` holds no secret and nothing personal. */
export type AuditRecord = {
  readonly actor: string
  readonly action: AuditAction
  readonly subject: string
  readonly detail: AuditDetail
}

type Hashed = Omit<AuditRecord, 'action' | 'detail'> & {
  readonly action: string
  readonly tenantId: string
  readonly sequence: number
  readonly at: Date
  /** As it was given or as the database read it back: the order of its names does not count. */
  readonly detail: unknown
  readonly previousHash: Uint8Array
}

const sortedJson = (detail: unknown): string =>
  JSON.stringify(detail, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** SHA-256 over the entry and the hash of the one before it. */
export const hashEntry = (entry: Hashed): Bytes =>
  sha256(
    JSON.stringify([
      entry.tenantId,
      entry.sequence,
      entry.at.toISOString(),
      entry.actor,
      entry.action,
      entry.subject,
      sortedJson(entry.detail),
      Buffer.from(entry.previousHash).toString('hex'),
    ]),
  )
