import type { Provider } from '#lib/console/provisioning/find-scim-caller.ts'

/** A request of a tenant’s provider, whose token and body were read. */
export type ScimCall = {
  readonly provider: Provider
  readonly query: URLSearchParams
  /** What stands behind the kind of resource in the address; empty where nothing does. */
  readonly id: string
  readonly body: unknown
  readonly now: Date
}
