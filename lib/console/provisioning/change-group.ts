import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findMember } from '#lib/staff/member-store.ts'
import { lockTeam } from '#lib/staff/membership-store.ts'
import type { StaffMember, StaffRole } from '#lib/staff/staff-member.ts'
import type { Provider } from './find-scim-caller.ts'
import { listPeople, type Person, personOf } from './person.ts'
import { type Settling, settlePeople, standingOf } from './settle-people.ts'

/** Who is to be in a group: exactly those of `only` where that is not null, else so many more and so many less. */
export type GroupChange = {
  readonly only: ReadonlySet<string> | null
  readonly add: ReadonlySet<string>
  readonly remove: ReadonlySet<string>
}

type Scope = { readonly db: TenantDb; readonly domain: string }

const peopleOf = async (
  scope: Scope,
  { only, add, remove }: GroupChange,
  members: Members,
): Promise<readonly (readonly [Person, boolean])[] | null> => {
  if (only) {
    const people = await listPeople(scope)
    const known = new Set<string>(people.map(({ member }) => member.id))
    if (![...only].every((id) => known.has(id))) return null
    return people.map((person) => [person, only.has(person.member.id)])
  }
  const wanted: (readonly [Person, boolean])[] = []
  for (const id of add) {
    const person = await personOf(scope, members.get(id) ?? null)
    if (!person) return null
    wanted.push([person, true])
  }
  for (const id of remove) {
    const person = await personOf(scope, members.get(id) ?? null)
    if (person) wanted.push([person, false])
  }
  return wanted
}

type Members = ReadonlyMap<string, StaffMember | null>

/** Those whom a change names, looked up before its transaction: a member belongs to the installation. */
const membersOf = async ({ add, remove }: GroupChange): Promise<Members> =>
  new Map(await Promise.all([...add, ...remove].map(async (id) => [id, await findMember(id)] as const)))

const settlingsOf = (role: StaffRole, wanted: readonly (readonly [Person, boolean])[]): Settling[] =>
  wanted
    .filter(([{ groups }, isIn]) => groups.includes(role) !== isIn)
    .map(([person, isIn]) => {
      const others = person.groups.filter((group) => group !== role)
      return { person, next: { ...standingOf(person), groups: isIn ? [...others, role] : others } }
    })

/** Changes who is in the group of a role, all or nothing. `unknown_member` where somebody of them is nobody here. */
export const changeGroup = async (
  { db, domain }: Provider,
  role: StaffRole,
  change: GroupChange,
  now: Date,
): Promise<Outcome<null, 'unknown_member' | 'last_owner'>> => {
  const members = await membersOf(change)
  return inTransaction(db, async (tx) => {
    await lockTeam(tx)
    const wanted = await peopleOf({ db: tx, domain }, change, members)
    if (!wanted) return failed('unknown_member' as const)
    const settled = await settlePeople(tx, settlingsOf(role, wanted), now)
    return settled.ok ? succeeded(null) : settled
  })
}
