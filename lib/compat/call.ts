import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Tenant } from '#lib/tenants/tenant-store.ts'
import type { Reply } from './reply.ts'

/** A request in the dialect whose sender is proven: who asks, what the address holds, and the body as JSON. */
export type Call = {
  readonly tenant: Tenant
  readonly db: TenantDb
  readonly now: Date
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Undefined when it was no JSON. */
  readonly body: unknown
  readonly headers: Headers
}

export type Handle = (call: Call) => Promise<Reply>
