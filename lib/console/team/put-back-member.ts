import { z } from 'zod'
import { findEntries } from '#lib/audit/audit-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { findMember } from '#lib/staff/member-store.ts'
import { insertMembership, lockTeam } from '#lib/staff/membership-store.ts'
import { type StaffRole, staffRoles } from '#lib/staff/staff-member.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

/** Longer ago it is no slip any more, and whoever is wanted back is invited. */
const regretMs = 15 * minuteMs

const detailSchema = z.object({ 'before.role': z.enum(staffRoles) })

/** The role that somebody had when they were removed a moment ago: the log has it, whole and for certain. */
const findFormerRole = async (tx: TenantDb, memberId: string, now: Date): Promise<StaffRole | null> => {
  const asked = { action: 'team.removed', subject: memberId, from: later(now, -regretMs), limit: 1 }
  const [entry] = await findEntries(tx, asked)
  return entry ? detailSchema.parse(entry.detail)['before.role'] : null
}

/** Takes a removal back: the same person in the same role. False when it is too late, or they are there. */
export const putBackMember = (desk: Desk<'team.manage'>, memberId: string, now: Date): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    await lockTeam(tx)
    const role = await findFormerRole(tx, memberId, now)
    const member = role && (await findMember(memberId))
    if (!member || !(await insertMembership(tx, { memberId: member.id, role }))) return false
    await recordChange(tx, desk, { action: 'team.put_back', subject: memberId, after: { role } })
    return true
  })
