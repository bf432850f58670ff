import type { Prisma } from '#lib/db/generated/client.ts'
import { staffTables } from '#lib/db/staff-tables.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { StaffMemberId, TenantId } from '#lib/kit/ids.ts'
import { toStaffMember } from './member-store.ts'
import type { StaffMember, StaffMembership, StaffRole } from './staff-member.ts'

type Row = Prisma.StaffMembershipGetPayload<object>

const toMembership = (row: Row): StaffMembership => ({
  ...row,
  tenantId: row.tenantId as TenantId,
  memberId: row.memberId as StaffMemberId,
})

/** Every tenant that a member works for. */
export const listMembershipsOf = async (memberId: StaffMemberId): Promise<StaffMembership[]> =>
  (await staffTables().staffMembership.findMany({ where: { memberId }, orderBy: { tenantId: 'asc' } })).map(
    toMembership,
  )

export type TeamMember = StaffMembership & { readonly member: StaffMember }

/** Everybody who works for the tenant, the longest there first. */
export const listTeam = async (db: TenantDb): Promise<TeamMember[]> => {
  const rows = await db.tables.staffMembership.findMany({
    include: { member: true },
    orderBy: [{ invitedAt: 'asc' }, { memberId: 'asc' }],
  })
  return Promise.all(
    rows.map(async ({ member, ...row }) => ({ ...toMembership(row), member: await toStaffMember(member) })),
  )
}

/** One of them; null for whoever does not work here. */
export const findTeamMember = async (db: TenantDb, memberId: string): Promise<TeamMember | null> => {
  const row = await db.tables.staffMembership.findFirst({ where: { memberId }, include: { member: true } })
  if (!row) return null
  const { member, ...membership } = row
  return { ...toMembership(membership), member: await toStaffMember(member) }
}

/** The owners who have come, to whom is told what concerns the whole team. */
export const listOwnersWhoCame = async (db: TenantDb): Promise<StaffMembership[]> => {
  const where = { role: 'owner', joinedAt: { not: null } } as const
  const orderBy = [{ invitedAt: 'asc' }, { memberId: 'asc' }] as const
  return (await db.tables.staffMembership.findMany({ where, orderBy: [...orderBy] })).map(toMembership)
}

export const findMembership = async (db: TenantDb, memberId: string): Promise<StaffMembership | null> => {
  const row = await db.tables.staffMembership.findFirst({ where: { memberId } })
  return row && toMembership(row)
}

/** False when the member works there already: nothing is changed then. */
export const insertMembership = async (
  tx: TenantDb,
  { memberId, role }: { memberId: StaffMemberId; role: StaffRole },
): Promise<boolean> => {
  const { tenantId } = tx
  const made = await tx.tables.staffMembership.createMany({
    data: [{ tenantId, memberId, role }],
    skipDuplicates: true,
  })
  return made.count === 1
}

export const noteJoined = async (db: TenantDb, memberId: StaffMemberId, now: Date): Promise<void> => {
  await db.tables.staffMembership.updateMany({
    where: { memberId, joinedAt: null },
    data: { joinedAt: now },
  })
}

/** One change of a team at a time: the last owner is counted, and two who leave at once would both be counted on. */
export const lockTeam = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`team|${tx.tenantId}`}, 0))`
}

export const countOwners = (tx: TenantDb): Promise<number> =>
  tx.tables.staffMembership.count({ where: { role: 'owner' } })

export const setRole = async (tx: TenantDb, memberId: string, role: StaffRole): Promise<void> => {
  await tx.tables.staffMembership.updateMany({ where: { memberId }, data: { role } })
}

export const deleteMembership = async (tx: TenantDb, memberId: string): Promise<void> => {
  await tx.tables.staffMembership.deleteMany({ where: { memberId } })
}
