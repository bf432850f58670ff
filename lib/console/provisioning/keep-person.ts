import { inTransaction } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { ensureMember, findMember, setMemberName } from '#lib/staff/member-store.ts'
import { deleteMembership, insertMembership, lockTeam } from '#lib/staff/membership-store.ts'
import { leastRole, type Profile, shownName } from '#lib/staff/provision.ts'
import { deleteProvision, putProvision } from '#lib/staff/provision-store.ts'
import { domainOfEmail } from '#lib/staff/staff-sso.ts'
import type { Provider } from './find-scim-caller.ts'
import { findPerson, type Person, personOf } from './person.ts'
import {
  endSessionsHere,
  keepsAnOwner,
  recordByProvider,
  type Standing,
  settleName,
  settlePeople,
  standingOf,
} from './settle-people.ts'

export type NewPerson = { readonly email: string; readonly isActive: boolean; readonly profile: Profile }

/**
 * Somebody new, who is told nothing by mail and comes by the provider; in no group yet. `email` as `staffEmailSchema`
 * folds it.
 */
export const createPerson = async (
  { db, domain }: Provider,
  { email, isActive, profile }: NewPerson,
  now: Date,
): Promise<Outcome<Person, 'foreign_domain' | 'taken'>> => {
  if (domainOfEmail(email) !== domain) return failed('foreign_domain')
  const member = await ensureMember(email, null)
  const made = await inTransaction(db, async (tx) => {
    await lockTeam(tx)
    if (await personOf({ db: tx, domain }, member)) return false
    await putProvision(tx, { memberId: member.id, profile, roles: [], changedAt: now })
    if (isActive) await insertMembership(tx, { memberId: member.id, role: leastRole })
    const after = isActive ? { after: { role: leastRole } } : {}
    await recordByProvider(tx, 'team.provisioned', { subject: member.id, ...after })
    return true
  })
  if (!made) return failed('taken')
  if (member.name === null && shownName(profile) !== '') await setMemberName(member.id, shownName(profile))
  const person = await findPerson({ db, domain }, member.id)
  return person ? succeeded(person) : failed('taken')
}

type Refusal = 'unknown' | 'last_owner'

/** Answers how they stand now. Where they work here no more, their sessions have ended. */
export const changePerson = async (
  { db, domain }: Provider,
  id: string,
  change: (standing: Standing) => Standing,
  now: Date,
): Promise<Outcome<Person, Refusal>> => {
  const member = await findMember(id)
  const done = await inTransaction<Outcome<Person, Refusal>>(db, async (tx) => {
    await lockTeam(tx)
    const person = await personOf({ db: tx, domain }, member)
    if (!person) return failed('unknown')
    const settled = await settlePeople(tx, [{ person, next: change(standingOf(person)) }], now)
    return settled.ok ? succeeded(person) : settled
  })
  if (!done.ok) return done
  const after = await findPerson({ db, domain }, id)
  if (after) await settleName(done.value, after.profile)
  if (!after) return failed('unknown')
  if (after.role === null) await endSessionsHere(db, after, now)
  return succeeded(after)
}

/** The provider keeps them no more, nor do they work here. */
export const deletePerson = async (
  { db, domain }: Provider,
  id: string,
  now: Date,
): Promise<Outcome<null, Refusal>> => {
  const member = await findMember(id)
  const done = await inTransaction<Outcome<Person, Refusal>>(db, async (tx) => {
    await lockTeam(tx)
    const person = await personOf({ db: tx, domain }, member)
    if (!person) return failed('unknown')
    const next = { ...standingOf(person), isActive: false }
    if (!(await keepsAnOwner(tx, [{ person, next }]))) return failed('last_owner')
    await deleteMembership(tx, id)
    await deleteProvision(tx, id)
    const before = person.role === null ? {} : { before: { role: person.role } }
    await recordByProvider(tx, 'team.removed', { subject: id, ...before })
    return succeeded(person)
  })
  if (!done.ok) return done
  await endSessionsHere(db, done.value, now)
  return succeeded(null)
}
