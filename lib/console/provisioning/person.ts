import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findMember, findMemberByEmail } from '#lib/staff/member-store.ts'
import { findMembership, listTeam } from '#lib/staff/membership-store.ts'
import { groupsOf, type Profile, type Provision } from '#lib/staff/provision.ts'
import { findProvision, listProvisions } from '#lib/staff/provision-store.ts'
import type { StaffMember, StaffMembership, StaffRole } from '#lib/staff/staff-member.ts'
import { domainOfEmail } from '#lib/staff/staff-sso.ts'

/** Somebody of the tenant's domain as its provider sees them; `role` is null where they are switched off. */
export type Person = {
  readonly member: StaffMember
  readonly role: StaffRole | null
  readonly groups: readonly StaffRole[]
  readonly profile: Profile
  /** Whether the provider has spoken of them before. */
  readonly isProvisioned: boolean
  readonly createdAt: Date
  readonly changedAt: Date
}

type Sides = { readonly membership: StaffMembership | null; readonly provision: Provision | null }

const unspoken = ({ name }: StaffMember): Profile => ({
  externalId: null,
  displayName: name,
  givenName: null,
  familyName: null,
})

const toPerson = (member: StaffMember, { membership, provision }: Sides): Person | null => {
  const role = membership?.role ?? null
  const since =
    provision ?? (membership && { createdAt: membership.invitedAt, changedAt: membership.invitedAt })
  if (!since) return null
  return {
    member,
    role,
    groups: groupsOf(role, provision?.roles ?? null),
    profile: provision?.profile ?? unspoken(member),
    isProvisioned: provision !== null,
    createdAt: since.createdAt,
    changedAt: since.changedAt,
  }
}

type Scope = { readonly db: TenantDb; readonly domain: string }

/** A member as they stand here. Asks through `db` alone, so that it may be a transaction. */
export const personOf = async ({ db, domain }: Scope, member: StaffMember | null): Promise<Person | null> => {
  if (!member || domainOfEmail(member.email) !== domain) return null
  const [membership, provision] = [await findMembership(db, member.id), await findProvision(db, member.id)]
  return toPerson(member, { membership, provision })
}

/** Null for whoever has another domain, or is nobody here: a provider sees its own people alone. */
export const findPerson = async (scope: Scope, id: string): Promise<Person | null> =>
  personOf(scope, await findMember(id))

/** `email` as `staffEmailSchema` folds it. */
export const findPersonByEmail = async (scope: Scope, email: string): Promise<Person | null> =>
  personOf(scope, await findMemberByEmail(email))

/** Everybody of the domain, in an order that stays. */
export const listPeople = async ({ db, domain }: Scope): Promise<Person[]> => {
  const sides = new Map<string, Sides & { readonly member: StaffMember }>()
  for (const provision of await listProvisions(db))
    sides.set(provision.memberId, { member: provision.member, provision, membership: null })
  for (const membership of await listTeam(db)) {
    const provision = sides.get(membership.memberId)?.provision ?? null
    sides.set(membership.memberId, { member: membership.member, provision, membership })
  }
  return [...sides.values()]
    .filter(({ member }) => domainOfEmail(member.email) === domain)
    .sort((one, other) => (one.member.id < other.member.id ? -1 : 1))
    .flatMap(({ member, ...rest }) => toPerson(member, rest) ?? [])
}
