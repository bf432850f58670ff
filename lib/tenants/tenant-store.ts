import { scopeDoors, sharedTables } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'

export type Tenant = {
  readonly id: TenantId
  readonly slug: string
  readonly customerId: string
  readonly name: string
  readonly returnSigningSecretSealed: Uint8Array | null
  readonly mayLinkByApi: boolean
  /** What one member of its staff has prepared is published by another. */
  readonly needsApproval: boolean
  readonly disabledAt: Date | null
}

type UniqueKey = { id: string } | { slug: string } | { customerId: string }

const find = async (where: UniqueKey): Promise<Tenant | null> => {
  const row = await scopeDoors().tenant.findUnique({ where })
  return row && row.disabledAt === null ? { ...row, id: row.id as TenantId } : null
}

/** Null also for a disabled tenant: its doors answer as if nobody had the name (S4). */
export const findTenantBySlug = (slug: string): Promise<Tenant | null> => find({ slug })

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The tenant whose GUID stands in the data API's paths; null as by slug, and for what is no GUID. */
export const findTenantByCustomerId = async (customerId: string): Promise<Tenant | null> =>
  guid.test(customerId) ? find({ customerId }) : null

export const findTenant = (id: TenantId): Promise<Tenant | null> => find({ id })

/** Throws when unknown or disabled. */
export const getTenant = async (id: TenantId): Promise<Tenant> => {
  const tenant = await find({ id })
  if (!tenant) throw new Error(`no tenant ${id}`)
  return tenant
}

/** Every tenant's id, disabled ones too: for the operator's own programs. */
export const listTenantIds = async (): Promise<TenantId[]> => {
  const rows = await sharedTables().tenant.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id as TenantId)
}

export type ListedTenant = Pick<Tenant, 'id' | 'slug' | 'name' | 'customerId' | 'disabledAt'>

/** Every tenant, disabled ones too, by its slug: for the operator's own programs. */
export const listTenants = async (slug?: string): Promise<ListedTenant[]> => {
  const select = { id: true, slug: true, name: true, customerId: true, disabledAt: true }
  const where = slug === undefined ? {} : { slug }
  const rows = await sharedTables().tenant.findMany({ where, select, orderBy: { id: 'asc' } })
  return rows.map((row) => ({ ...row, id: row.id as TenantId }))
}

/** From now on every door answers as if nobody had the name. */
export const disableTenant = async (tx: TenantDb, now: Date): Promise<void> => {
  await tx.tables.$executeRaw`
    update "Tenant" set "disabledAt" = ${now}, "returnSigningSecretSealed" = null
    where id = ${tx.tenantId} and "disabledAt" is null`
}

/** The sealed secret of a tenant, also of one that was disabled while a visit was under way. */
export const findSealedReturnSecret = async ({ tenantId: id }: TenantDb): Promise<Uint8Array | null> =>
  (await scopeDoors().tenant.findUnique({ where: { id } }))?.returnSigningSecretSealed ?? null

// Written by plain SQL, for tenant-scoped tables leave the shared one out, and the row must come with its keys or not.

/** Throws when the slug or the customer id is taken. */
export const insertTenant = async (
  tx: TenantDb,
  { slug, name, customerId }: Pick<Tenant, 'slug' | 'name' | 'customerId'>,
): Promise<void> => {
  await tx.tables.$executeRaw`
    insert into "Tenant" (id, slug, name, "customerId")
    values (${tx.tenantId}, ${slug}, ${name}, ${customerId}::uuid)`
}

export const setSealedReturnSecret = async (tx: TenantDb, sealed: Uint8Array): Promise<void> => {
  await tx.tables.$executeRaw`
    update "Tenant" set "returnSigningSecretSealed" = ${sealed} where id = ${tx.tenantId}`
}

/** Whether the tenant's server may hand in credentials of its own screens, and attests consent with each. */
export const setMayLinkByApi = async (tx: TenantDb, mayLinkByApi: boolean): Promise<void> => {
  await tx.tables.$executeRaw`
    update "Tenant" set "mayLinkByApi" = ${mayLinkByApi} where id = ${tx.tenantId}`
}

/** Read in the transaction that publishes: the rule of that very moment counts. */
export const needsApproval = async (tx: TenantDb): Promise<boolean> => {
  const rows = await tx.tables.$queryRaw<{ needsApproval: boolean }[]>`
    select "needsApproval" from "Tenant" where id = ${tx.tenantId}`
  return rows[0]?.needsApproval === true
}

export const setNeedsApproval = async (tx: TenantDb, isNeeded: boolean): Promise<void> => {
  await tx.tables.$executeRaw`
    update "Tenant" set "needsApproval" = ${isNeeded} where id = ${tx.tenantId}`
}
