import type { StaffMemberId, TenantId } from '#lib/kit/ids.ts'
import type { StaffRole } from './staff-member.ts'

/** What a provider calls somebody: its own id, and the parts of a name as it splits them. */
export type Profile = {
  readonly externalId: string | null
  readonly displayName: string | null
  readonly givenName: string | null
  readonly familyName: string | null
}

/** Somebody whom a tenant's provider keeps on the team; `schema.prisma` says what the columns mean. */
export type Provision = {
  readonly tenantId: TenantId
  readonly memberId: StaffMemberId
  readonly profile: Profile
  readonly roles: readonly StaffRole[]
  readonly createdAt: Date
  readonly changedAt: Date
}

/** Of several groups the first here is the role. */
export const rank: readonly StaffRole[] = [
  'owner',
  'developer',
  'brand_editor',
  'consent_editor',
  'approver',
  'support',
  'analyst',
]

/** Of whoever is in no group: it changes nothing. */
export const leastRole: StaffRole = 'analyst'

export const roleOfGroups = (groups: readonly StaffRole[]): StaffRole =>
  rank.find((role) => groups.includes(role)) ?? leastRole

/** The groups that somebody of this role is in: those of the provider, unless an owner has given them another role since. */
export const groupsOf = (
  role: StaffRole | null,
  given: readonly StaffRole[] | null,
): readonly StaffRole[] => {
  if (role === null) return given ?? []
  return given && roleOfGroups(given) === role ? given : [role]
}

/** What a person reads as the name. */
export const shownName = ({ displayName, givenName, familyName }: Profile): string =>
  displayName ?? [givenName, familyName].filter(Boolean).join(' ')
