import { bareClient } from './client.ts'
import type { PrismaClient } from './generated/client.ts'

/**
 * The few look-ups by which a scope is found in the first place: a slug, a host name, a session's id, a link's, a
 * preview's, a setup link's, an API key's or a SCIM token's hash, a customer id, the origin of a page around, the state
 * of a callback, or the clock.
 * What comes back names the tenant, and all else goes
 * through `tenantDb`.
 */
export type ScopeDoors = {
  readonly tenant: Pick<PrismaClient['tenant'], 'findUnique'>
  readonly session: Pick<PrismaClient['session'], 'findUnique' | 'findMany' | 'groupBy'>
  readonly link: Pick<PrismaClient['link'], 'findUnique'>
  readonly previewLink: Pick<PrismaClient['previewLink'], 'findUnique'>
  readonly staffSetupLink: Pick<PrismaClient['staffSetupLink'], 'findUnique'>
  readonly tenantDomain: Pick<PrismaClient['tenantDomain'], 'findUnique' | 'findMany'>
  readonly apiKey: Pick<PrismaClient['apiKey'], 'findUnique'>
  readonly staffScimToken: Pick<PrismaClient['staffScimToken'], 'findUnique'>
  readonly flowPolicyVersion: Pick<PrismaClient['flowPolicyVersion'], 'findMany'>
  readonly attempt: Pick<PrismaClient['attempt'], 'findUnique'>
  readonly outboxEvent: Pick<PrismaClient['outboxEvent'], 'findUnique'>
  readonly webhookDelivery: Pick<PrismaClient['webhookDelivery'], 'findMany'>
  readonly consent: Pick<PrismaClient['consent'], 'findMany'>
  readonly connection: Pick<PrismaClient['connection'], 'findMany'>
}

export const scopeDoors = (): ScopeDoors => bareClient()

/** The tables that belong to the installation and not to a tenant. */
export const sharedTables = (): Pick<PrismaClient, 'institution' | 'tenant'> => bareClient()

/** Counts over all tenants, of what belongs to no person: how the banks are today. */
export const countsOverAll = (): { readonly attempt: Pick<PrismaClient['attempt'], 'groupBy'> } =>
  bareClient()

/** True when the database answers. */
export const isDatabaseUp = async (): Promise<boolean> =>
  bareClient().$queryRaw`select 1`.then(
    () => true,
    () => false,
  )
