import { scopeDoors, sharedTables } from '#lib/db/scope-doors.ts'
import type { TenantId } from '#lib/kit/ids.ts'

export type Tenant = {
  readonly id: TenantId
  readonly slug: string
  readonly customerId: string
  readonly name: string
  readonly returnSigningSecretSealed: Uint8Array | null
  readonly disabledAt: Date | null
}

/** Null also for a disabled tenant: its doors answer as if nobody had the name. */
export const findTenantBySlug = async (slug: string): Promise<Tenant | null> => {
  const row = await scopeDoors().tenant.findUnique({ where: { slug } })
  return row && row.disabledAt === null ? { ...row, id: row.id as TenantId } : null
}

export const getTenant = async (id: TenantId): Promise<Tenant> => {
  const row = await scopeDoors().tenant.findUnique({ where: { id } })
  if (!row) throw new Error(`no tenant ${id}`)
  return { ...row, id }
}

export const insertTenant = async (
  row: Omit<Tenant, 'returnSigningSecretSealed' | 'disabledAt'>,
): Promise<void> => {
  await sharedTables().tenant.create({ data: row })
}

export const setReturnSigningSecret = async (
  id: TenantId,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  await sharedTables().tenant.update({ where: { id }, data: { returnSigningSecretSealed: sealed } })
}
