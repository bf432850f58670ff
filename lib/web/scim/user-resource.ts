import type { Person } from '#lib/console/provisioning/person.ts'
import { shownName } from '#lib/staff/provision.ts'
import { groupName } from './group-name.ts'
import { scimAddress } from './scim-address.ts'

export const userSchemaId = 'urn:ietf:params:scim:schemas:core:2.0:User'

const given = (attributes: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )

/** Somebody of the team as RFC 7643 §4.1 draws them. */
export const userResource = (slug: string, { member, role, groups, profile, ...person }: Person) => {
  const { givenName, familyName, externalId } = profile
  const formatted = shownName(profile)
  return {
    schemas: [userSchemaId],
    id: member.id,
    ...given({ externalId }),
    userName: member.email,
    name: given({ givenName, familyName, formatted }),
    ...given({ displayName: formatted }),
    active: role !== null,
    emails: [{ value: member.email, type: 'work', primary: true }],
    groups: groups.map((group) => ({
      value: group,
      display: groupName(group),
      $ref: scimAddress(slug, 'Groups', group),
    })),
    meta: {
      resourceType: 'User',
      created: person.createdAt.toISOString(),
      lastModified: person.changedAt.toISOString(),
      location: scimAddress(slug, 'Users', member.id),
    },
  }
}
