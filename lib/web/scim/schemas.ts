import { groupSchemaId } from './group-resource.ts'
import { userSchemaId } from './user-resource.ts'

type Wishes = {
  readonly type?: 'string' | 'boolean' | 'complex' | 'reference'
  readonly isRequired?: true
  readonly isExact?: true
  readonly isMany?: true
  readonly mutability?: 'readOnly' | 'readWrite' | 'immutable'
  readonly uniqueness?: 'none' | 'server'
  readonly of?: readonly object[]
}

/** RFC 7643 §7. */
const attribute = (name: string, description: string, wishes: Wishes = {}): object => ({
  name,
  type: wishes.of ? 'complex' : (wishes.type ?? 'string'),
  multiValued: wishes.isMany ?? false,
  description,
  required: wishes.isRequired ?? false,
  caseExact: wishes.isExact ?? false,
  mutability: wishes.mutability ?? 'readWrite',
  returned: 'default',
  uniqueness: wishes.uniqueness ?? 'none',
  ...(wishes.of ? { subAttributes: wishes.of } : {}),
})

const told = { mutability: 'readOnly' } as const

const user = {
  id: userSchemaId,
  name: 'User',
  description: 'Somebody of the team',
  attributes: [
    attribute('userName', 'The mail address that they sign in with, of the verified domain', {
      isRequired: true,
      mutability: 'immutable',
      uniqueness: 'server',
    }),
    attribute('name', 'Their name', {
      of: [
        attribute('formatted', 'The whole name'),
        attribute('givenName', 'Given name'),
        attribute('familyName', 'Family name'),
      ],
    }),
    attribute('displayName', 'The name that the team reads'),
    attribute('active', 'Whether they work here', { type: 'boolean' }),
    attribute('emails', 'The address again', {
      ...told,
      isMany: true,
      of: [
        attribute('value', 'The address', told),
        attribute('type', 'work', told),
        attribute('primary', 'Always', { ...told, type: 'boolean' }),
      ],
    }),
    attribute('groups', 'The groups that they are in', {
      ...told,
      isMany: true,
      of: [attribute('value', 'The id of a group', told), attribute('display', 'Its name', told)],
    }),
  ],
}

const group = {
  id: groupSchemaId,
  name: 'Group',
  description: 'A role; of several the first in rank counts',
  attributes: [
    attribute('displayName', 'The name of the role', { ...told, uniqueness: 'server' }),
    attribute('members', 'Who is in it', {
      isMany: true,
      of: [
        attribute('value', 'The id of a user', { mutability: 'immutable', isExact: true }),
        attribute('display', 'Their address', told),
      ],
    }),
  ],
}

export const scimSchemas = [user, group]
