import { type Bytes, sha256 } from '#lib/kit/crypto.ts'

/** What happened: `actor` and `subject` are ids, `detail` holds no secret and nothing personal. */
export type AuditRecord = {
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

const sortedJson = (detail: object): string =>
  JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)))

type Hashed = AuditRecord & {
  readonly tenantId: string
  readonly sequence: number
  readonly at: Date
  readonly previousHash: Uint8Array
}

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
