import type { Prisma } from '#lib/db/generated/client.ts'
import { staffTables } from '#lib/db/staff-tables.ts'
import { later } from '#lib/kit/clock.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { mintId, type StaffMemberId, type StaffSessionId, type TenantId } from '#lib/kit/ids.ts'
import { absoluteLimitMs, idleLimitMs, type StaffSession } from './staff-session.ts'

type Row = Prisma.StaffSessionGetPayload<object>

const toSession = ({ tokenHash: _, ...row }: Row): StaffSession => ({
  ...row,
  id: row.id as StaffSessionId,
  memberId: row.memberId as StaffMemberId,
  ssoTenantId: row.ssoTenantId as TenantId | null,
})

export type NewStaffSession = {
  readonly memberId: StaffMemberId
  readonly tokenHash: Bytes
  readonly device: string
  readonly ssoTenantId: TenantId | null
  readonly isVouched?: boolean
  readonly isByOperator?: boolean
}

export const insertStaffSession = async (session: NewStaffSession): Promise<StaffSession> =>
  toSession(await staffTables().staffSession.create({ data: { id: mintId('sts'), ...session } }))

/** Ended and expired ones too: `isOpen` tells. */
export const findStaffSession = async (tokenHash: Bytes): Promise<StaffSession | null> => {
  const row = await staffTables().staffSession.findUnique({ where: { tokenHash } })
  return row && toSession(row)
}

/** Those that are open, the newest first. */
export const listOpenSessions = async (memberId: StaffMemberId, now: Date): Promise<StaffSession[]> => {
  const rows = await staffTables().staffSession.findMany({
    where: {
      memberId,
      endedAt: null,
      seenAt: { gt: later(now, -idleLimitMs) },
      startedAt: { gt: later(now, -absoluteLimitMs) },
    },
    orderBy: { startedAt: 'desc' },
  })
  return rows.map(toSession)
}

export const noteSeen = async (id: StaffSessionId, now: Date): Promise<void> => {
  await staffTables().staffSession.updateMany({ where: { id, endedAt: null }, data: { seenAt: now } })
}

export const noteProven = async (id: StaffSessionId, now: Date): Promise<void> => {
  await staffTables().staffSession.updateMany({ where: { id, endedAt: null }, data: { provenAt: now } })
}

/** Ends sessions of a member: the one named, or all but one, or all. Answers how many were open. */
export const endSessions = async (
  memberId: StaffMemberId,
  which: { readonly id?: string; readonly notId?: string },
  now: Date,
): Promise<number> => {
  const id = { ...(which.id ? { equals: which.id } : {}), ...(which.notId ? { not: which.notId } : {}) }
  const { count } = await staffTables().staffSession.updateMany({
    where: { memberId, id, endedAt: null },
    data: { endedAt: now },
  })
  return count
}

/** Ends the sessions that a tenant's provider has opened, of one member or of all. */
export const endSsoSessions = async (
  ssoTenantId: TenantId,
  now: Date,
  memberId?: StaffMemberId,
): Promise<number> => {
  const where = { ssoTenantId, endedAt: null, ...(memberId ? { memberId } : {}) }
  return (await staffTables().staffSession.updateMany({ where, data: { endedAt: now } })).count
}
