import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import {
  countOwners,
  deleteMembership,
  findMembership,
  lockTeam,
  setRole,
} from '#lib/staff/membership-store.ts'
import type { StaffMembership, StaffRole } from '#lib/staff/staff-member.ts'
import { endSessions } from '#lib/staff/staff-session-store.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

type TeamDesk = Desk<'team.manage'>
type Refusal = 'unknown' | 'last_owner'

/** `seen`: the role that stood there when the new one was chosen. */
export type RoleChange = { readonly role: StaffRole; readonly seen: string }

type Terms<R> = {
  readonly isLeaving: boolean
  readonly refusalOf?: (member: StaffMembership) => R | null
}

/**
 * Runs `change` on a member of the team, unless there is a `refusalOf` how they stand; `isLeaving` the owners is refused
 * to the last of them.
 */
const changing = <R = never>(
  desk: TeamDesk,
  memberId: string,
  { isLeaving, refusalOf = () => null }: Terms<R>,
  change: (tx: TenantDb, member: StaffMembership) => Promise<void>,
): Promise<Outcome<StaffMembership, Refusal | R>> =>
  inTransaction<Outcome<StaffMembership, Refusal | R>>(desk.db, async (tx) => {
    await lockTeam(tx)
    const membership = await findMembership(tx, memberId)
    if (!membership) return failed('unknown')
    const refusal = refusalOf(membership)
    if (refusal !== null) return failed(refusal)
    if (membership.role === 'owner' && isLeaving && (await countOwners(tx)) === 1) return failed('last_owner')
    await change(tx, membership)
    return succeeded(membership)
  })

/** `changed` where somebody else has given them another role meanwhile. */
export const changeRole = (
  desk: TeamDesk,
  memberId: string,
  { role, seen }: RoleChange,
): Promise<Outcome<StaffMembership, Refusal | 'changed'>> =>
  changing(
    desk,
    memberId,
    {
      isLeaving: role !== 'owner',
      refusalOf: (standing) =>
        standing.role === role || standing.role === seen ? null : ('changed' as const),
    },
    async (tx, before) => {
      if (before.role === role) return
      await setRole(tx, memberId, role)
      await recordChange(tx, desk, {
        action: 'team.role_changed',
        subject: memberId,
        before: { role: before.role },
        after: { role },
      })
    },
  )

/** From the next request on they see nothing of the tenant any more. */
export const removeMember = (desk: TeamDesk, memberId: string) =>
  changing(desk, memberId, { isLeaving: true }, async (tx, before) => {
    await deleteMembership(tx, memberId)
    await recordChange(tx, desk, {
      action: 'team.removed',
      subject: memberId,
      before: { role: before.role },
    })
  })

/** Ends every session of a member, in every browser: for a lost laptop. They may sign in again. */
export const signOutMember = async (
  desk: TeamDesk,
  memberId: string,
  now: Date,
): Promise<Outcome<StaffMembership, Refusal>> => {
  const done = await changing(desk, memberId, { isLeaving: false }, (tx) =>
    recordChange(tx, desk, { action: 'team.signed_out', subject: memberId }),
  )
  if (done.ok) await endSessions(done.value.memberId, {}, now)
  return done
}
