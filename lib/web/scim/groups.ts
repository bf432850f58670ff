import { changeGroup, type GroupChange } from '#lib/console/provisioning/change-group.ts'
import { findPerson, listPeople, type Person } from '#lib/console/provisioning/person.ts'
import { succeeded } from '#lib/kit/outcome.ts'
import { type StaffRole, staffRoles } from '#lib/staff/staff-member.ts'
import { groupName, roleNamed } from './group-name.ts'
import { groupResource } from './group-resource.ts'
import { asksFor, listAnswer, withAttributes } from './list-answer.ts'
import { type Equals, readFilter } from './read-filter.ts'
import { readGroup, readGroupPatch } from './read-group.ts'
import { readPatch } from './read-patch.ts'
import { fault, type Replied } from './scim-answer.ts'
import type { ScimCall } from './scim-call.ts'

const unknown = fault(404, 'There is no such group here.')
const names = () => staffRoles.map(groupName).join(', ')
const fixed = () =>
  fault(
    403,
    `Groups are the roles of Portico and fixed: ${names()}. Link the group of that name and change its members.`,
  )
const fixedName = () => fault(400, `The name of a group is fixed: ${names()}.`, 'mutability')
const refusals = {
  unknown_member: fault(400, 'members names somebody who is no user here.', 'invalidValue'),
  last_owner: fault(
    409,
    'The last owner would leave this group. Make somebody else an owner first: nobody would be left to let others in.',
  ),
}

const roleAt = ({ id }: ScimCall): StaffRole | null => staffRoles.find((role) => role === id) ?? null

const peopleFor = async ({ provider, query }: ScimCall): Promise<readonly Person[]> =>
  asksFor('members', query) ? listPeople(provider) : []

const tellers: Readonly<Record<string, (role: StaffRole) => string>> = {
  id: (role) => role,
  displayname: (role) => groupName(role).toLowerCase(),
}
const isOfMember = (attribute: string): boolean => attribute === 'members' || attribute === 'members.value'

const matcher = async ({ provider }: ScimCall, { attribute, value }: Equals) => {
  if (isOfMember(attribute)) {
    const person = await findPerson(provider, value)
    return (role: StaffRole): boolean => person?.groups.includes(role) ?? false
  }
  return (role: StaffRole): boolean => tellers[attribute]?.(role) === value.trim().toLowerCase()
}

export const listGroups = async (call: ScimCall): Promise<Replied> => {
  const filter = readFilter(call.query.get('filter'))
  if (!filter.ok) return filter
  if (filter.value.some(({ attribute }) => !isOfMember(attribute) && !tellers[attribute]))
    return fault(400, 'Groups are found by displayName, id or members.', 'invalidFilter')
  const isMatch = await Promise.all(filter.value.map((one) => matcher(call, one)))
  const found = staffRoles.filter((role) => isMatch.every((matches) => matches(role)))
  const people = await peopleFor(call)
  return succeeded(listAnswer(found, call.query, (role) => groupResource(call.provider.slug, role, people)))
}

export const getGroup = async (call: ScimCall): Promise<Replied> => {
  const role = roleAt(call)
  if (!role) return unknown
  const resource = groupResource(call.provider.slug, role, await peopleFor(call))
  return succeeded({ status: 200, body: withAttributes(resource, call.query) })
}

export const refuseGroup = async ({ body }: ScimCall): Promise<Replied> => {
  const read = readGroup(body)
  const isThere = read.ok && read.value.displayName !== null && roleNamed(read.value.displayName) !== null
  return isThere ? fault(409, 'There is a group of this name: link it.', 'uniqueness') : fixed()
}

export const refuseDeletion = async (call: ScimCall): Promise<Replied> => (roleAt(call) ? fixed() : unknown)

type Wanted = { readonly change: GroupChange; readonly displayName: string | null }

const change = async (call: ScimCall, role: StaffRole, wanted: Wanted): Promise<Replied> => {
  if (wanted.displayName !== null && roleNamed(wanted.displayName) !== role) return fixedName()
  const done = await changeGroup(call.provider, role, wanted.change, call.now)
  return done.ok ? succeeded({ status: 204, body: null }) : refusals[done.reason]
}

export const patchGroup = async (call: ScimCall): Promise<Replied> => {
  const [role, steps] = [roleAt(call), readPatch(call.body)]
  if (!role) return unknown
  if (!steps.ok) return steps
  const wanted = readGroupPatch(steps.value)
  return wanted.ok ? change(call, role, wanted.value) : wanted
}

export const putGroup = async (call: ScimCall): Promise<Replied> => {
  const [role, read] = [roleAt(call), readGroup(call.body)]
  if (!role) return unknown
  if (!read.ok) return read
  const { displayName, members } = read.value
  const only = new Set(members)
  const done = await change(call, role, { displayName, change: { only, add: new Set(), remove: new Set() } })
  return done.ok ? getGroup(call) : done
}
