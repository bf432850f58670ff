import { changePerson, createPerson, deletePerson } from '#lib/console/provisioning/keep-person.ts'
import { findPerson, findPersonByEmail, listPeople, type Person } from '#lib/console/provisioning/person.ts'
import { succeeded } from '#lib/kit/outcome.ts'
import { shownName } from '#lib/staff/provision.ts'
import { staffEmailSchema } from '#lib/staff/staff-member.ts'
import { listAnswer, withAttributes } from './list-answer.ts'
import { type Equals, readFilter } from './read-filter.ts'
import { readPatch } from './read-patch.ts'
import { readUser, readUserPatch, standingAfter, type WantedUser } from './read-user.ts'
import { fault, type Replied } from './scim-answer.ts'
import type { ScimCall } from './scim-call.ts'
import { userResource } from './user-resource.ts'

const unknown = fault(404, 'There is no such user here.')
const lastOwner = fault(
  409,
  'This is the last owner. Make somebody else an owner first: nobody would be left to let others in.',
)
const fixedAddress = fault(
  400,
  'userName is the mail address that the person signs in with and does not change here. Delete this user and create another.',
  'mutability',
)
const refusals = { unknown, last_owner: lastOwner }

const replyWith = ({ provider: { slug }, query }: ScimCall, person: Person, status = 200): Replied => {
  const resource = userResource(slug, person)
  const headers = { location: resource.meta.location }
  return succeeded({ status, body: withAttributes(resource, query), headers })
}

const tellers: Readonly<Record<string, (person: Person) => string | null>> = {
  id: ({ member }) => member.id,
  username: ({ member }) => member.email,
  'emails.value': ({ member }) => member.email,
  'emails[type eq "work"].value': ({ member }) => member.email,
  externalid: ({ profile }) => profile.externalId,
  displayname: ({ profile }) => shownName(profile),
  active: ({ role }) => String(role !== null),
}
/** RFC 7643 §4.1: the one of these that is compared letter by letter. */
const isExact = (attribute: string): boolean => attribute === 'id' || attribute === 'externalid'

const matches = (person: Person, { attribute, value }: Equals): boolean => {
  const told = tellers[attribute]?.(person) ?? null
  if (told === null) return false
  return isExact(attribute) ? told === value : told.toLowerCase() === value.trim().toLowerCase()
}

/** By its address somebody is found at once; for anything else each is looked at. */
const candidates = async ({ provider }: ScimCall, filter: readonly Equals[]): Promise<readonly Person[]> => {
  const asked = filter.find(({ attribute }) => attribute === 'username')
  if (!asked) return listPeople(provider)
  const email = staffEmailSchema.safeParse(asked.value)
  const person = email.success ? await findPersonByEmail(provider, email.data) : null
  return person ? [person] : []
}

export const listUsers = async (call: ScimCall): Promise<Replied> => {
  const filter = readFilter(call.query.get('filter'))
  if (!filter.ok) return filter
  const strange = filter.value.find(({ attribute }) => !tellers[attribute])
  if (strange)
    return fault(
      400,
      'Users are found by userName, externalId, emails.value, displayName, active or id.',
      'invalidFilter',
    )
  const people = await candidates(call, filter.value)
  const found = people.filter((person) => filter.value.every((one) => matches(person, one)))
  return succeeded(listAnswer(found, call.query, (person) => userResource(call.provider.slug, person)))
}

export const getUser = async (call: ScimCall): Promise<Replied> => {
  const person = await findPerson(call.provider, call.id)
  return person ? replyWith(call, person) : unknown
}

export const createUser = async (call: ScimCall): Promise<Replied> => {
  const { domain } = call.provider
  const read = readUser(call.body)
  if (!read.ok) return read
  const made = await createPerson(call.provider, read.value, call.now)
  if (made.ok) return replyWith(call, made.value, 201)
  if (made.reason === 'taken')
    return fault(409, 'Somebody with this userName is on the team already.', 'uniqueness')
  return fault(400, `userName must be an address of the verified domain ${domain}.`, 'invalidValue')
}

const change = async (call: ScimCall, wanted: WantedUser): Promise<Replied> => {
  const { provider, id, now } = call
  const standing = await findPerson(provider, id)
  if (!standing) return unknown
  if (wanted.userName !== undefined && wanted.userName !== standing.member.email) return fixedAddress
  const done = await changePerson(provider, id, (before) => standingAfter(before, wanted), now)
  return done.ok ? replyWith(call, done.value) : refusals[done.reason]
}

export const patchUser = async (call: ScimCall): Promise<Replied> => {
  const steps = readPatch(call.body)
  if (!steps.ok) return steps
  const wanted = readUserPatch(steps.value)
  return wanted.ok ? change(call, wanted.value) : wanted
}

export const putUser = async (call: ScimCall): Promise<Replied> => {
  const read = readUser(call.body)
  if (!read.ok) return read
  const { email: userName, isActive, profile } = read.value
  return change(call, { userName, isActive, ...profile })
}

export const deleteUser = async ({ provider, id, now }: ScimCall): Promise<Replied> => {
  const done = await deletePerson(provider, id, now)
  return done.ok ? succeeded({ status: 204, body: null }) : refusals[done.reason]
}
