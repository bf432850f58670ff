import { z } from 'zod'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { StaffMemberId, TenantId } from '#lib/kit/ids.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { toStaffMember } from './member-store.ts'
import type { Provision } from './provision.ts'
import type { StaffMember } from './staff-member.ts'

type Row = Prisma.StaffProvisionGetPayload<object>

const text = z.string().nullable()
const profileSchema = z.object({ externalId: text, displayName: text, givenName: text, familyName: text })

const placeOf = (row: string) => ({ table: 'StaffProvision', column: 'profileSealed', row })

const toProvision = async (db: TenantDb, { profileSealed, ...row }: Row): Promise<Provision> => ({
  ...row,
  tenantId: row.tenantId as TenantId,
  memberId: row.memberId as StaffMemberId,
  profile: profileSchema.parse(JSON.parse(await open(db, placeOf(row.memberId), profileSealed))),
})

export const findProvision = async (db: TenantDb, memberId: string): Promise<Provision | null> => {
  const row = await db.tables.staffProvision.findFirst({ where: { memberId } })
  return row && toProvision(db, row)
}

export type ProvisionedMember = Provision & { readonly member: StaffMember }

/** Everybody whom the provider keeps here, those too who are switched off. */
export const listProvisions = async (db: TenantDb): Promise<ProvisionedMember[]> => {
  const rows = await db.tables.staffProvision.findMany({ include: { member: true } })
  return Promise.all(
    rows.map(async ({ member, ...row }) => ({
      ...(await toProvision(db, row)),
      member: await toStaffMember(member),
    })),
  )
}

/** Whom the provider keeps here, by their ids alone. */
export const listProvisionedIds = async (db: TenantDb): Promise<ReadonlySet<string>> => {
  const rows = await db.tables.staffProvision.findMany({ select: { memberId: true } })
  return new Set(rows.map(({ memberId }) => memberId))
}

type Kept = Pick<Provision, 'memberId' | 'profile' | 'roles' | 'changedAt'>

/** Keeps what the provider says of somebody, whether it was known or not. */
export const putProvision = async (
  tx: TenantDb,
  { memberId, profile, roles, changedAt }: Kept,
): Promise<void> => {
  const { tenantId } = tx
  const profileSealed = await seal(tx, placeOf(memberId), JSON.stringify(profile))
  const data = { profileSealed, roles: [...roles], changedAt }
  await tx.tables.staffProvision.upsert({
    where: { tenantId_memberId: { tenantId, memberId } },
    create: { tenantId, memberId, ...data },
    update: data,
  })
}

export const deleteProvision = async (tx: TenantDb, memberId: string): Promise<void> => {
  await tx.tables.staffProvision.deleteMany({ where: { memberId } })
}
