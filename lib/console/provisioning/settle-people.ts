import type { AuditAction } from '#lib/audit/audit-action.ts'
import { changesBetween, type State } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { setMemberName } from '#lib/staff/member-store.ts'
import {
  countOwners,
  deleteMembership,
  insertMembership,
  listMembershipsOf,
  setRole,
} from '#lib/staff/membership-store.ts'
import { type Profile, roleOfGroups, shownName } from '#lib/staff/provision.ts'
import { putProvision } from '#lib/staff/provision-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { endSessions, endSsoSessions } from '#lib/staff/staff-session-store.ts'
import type { Person } from './person.ts'

/** How a provider wants somebody to stand. */
export type Standing = {
  readonly isActive: boolean
  readonly groups: readonly StaffRole[]
  readonly profile: Profile
}

export type Settling = { readonly person: Person; readonly next: Standing }

/** Who did it, in the audit log: the tenant's provider. */
const actor = 'scim'

type Told = { readonly subject: string; readonly before?: State; readonly after?: State }

export const recordByProvider = (
  tx: TenantDb,
  action: AuditAction,
  { subject, before = {}, after = {} }: Told,
): Promise<void> => recordAudit(tx, { actor, action, subject, detail: changesBetween(before, after) })

export const standingOf = ({ role, groups, profile }: Person): Standing => ({
  isActive: role !== null,
  groups,
  profile,
})

const roleAfter = ({ isActive, groups }: Standing): StaffRole | null =>
  isActive ? roleOfGroups(groups) : null

/** False where nobody would be left to let others in. Call it with the team locked. */
export const keepsAnOwner = async (tx: TenantDb, settlings: readonly Settling[]): Promise<boolean> => {
  const isLeaving = ({ person, next }: Settling) => person.role === 'owner' && roleAfter(next) !== 'owner'
  const isJoining = ({ person, next }: Settling) => person.role !== 'owner' && roleAfter(next) === 'owner'
  const leaving = settlings.filter(isLeaving).length
  return leaving === 0 || (await countOwners(tx)) - leaving + settlings.filter(isJoining).length > 0
}

const settleRole = async (tx: TenantDb, { person, next }: Settling): Promise<void> => {
  const { id } = person.member
  const [before, after] = [person.role, roleAfter(next)]
  if (before === after) return
  if (after === null) await deleteMembership(tx, id)
  else if (before === null) await insertMembership(tx, { memberId: id, role: after })
  else await setRole(tx, id, after)
  const action =
    after === null ? 'team.deactivated' : before === null ? 'team.reactivated' : 'team.role_changed'
  await recordByProvider(tx, action, {
    subject: id,
    ...(before === null ? {} : { before: { role: before } }),
    ...(after === null ? {} : { after: { role: after } }),
  })
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The provider's name for somebody is theirs here, until they have given themselves another. A member belongs to the
 * installation: call it outside of the transaction.
 */
export const settleName = async ({ member, profile }: Person, next: Profile): Promise<void> => {
  const isOurs = member.name === null || member.name === shownName(profile)
  if (isOurs && shownName(next) !== '' && member.name !== shownName(next))
    await setMemberName(member.id, shownName(next))
}

const settle = async (tx: TenantDb, settling: Settling, now: Date): Promise<void> => {
  const { person, next } = settling
  const subject = person.member.id
  if (person.isProvisioned && isSame(standingOf(person), next)) return
  const { profile, groups: roles } = next
  await putProvision(tx, { memberId: subject, profile, roles, changedAt: now })
  if (!person.isProvisioned) await recordByProvider(tx, 'team.linked', { subject })
  else if (!isSame(person.profile, profile)) await recordByProvider(tx, 'team.profile_changed', { subject })
  await settleRole(tx, settling)
}

/** Brings people to where their provider wants them, all or none. Call it with the team locked. */
export const settlePeople = async (
  tx: TenantDb,
  settlings: readonly Settling[],
  now: Date,
): Promise<Outcome<null, 'last_owner'>> => {
  if (!(await keepsAnOwner(tx, settlings))) return failed('last_owner')
  for (const settling of settlings) await settle(tx, settling, now)
  return succeeded(null)
}

/**
 * Ends the sessions of somebody who works here no more: those that this tenant's provider has opened, and where they work
 * for nobody else, all. They see nothing of the tenant from the next request on, whatever becomes of this.
 */
export const endSessionsHere = async (db: TenantDb, { member }: Person, now: Date): Promise<void> => {
  const isElsewhere = (await listMembershipsOf(member.id)).length > 0
  if (isElsewhere) await endSsoSessions(db.tenantId, now, member.id)
  else await endSessions(member.id, {}, now)
}
