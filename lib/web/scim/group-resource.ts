import type { Person } from '#lib/console/provisioning/person.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { groupName } from './group-name.ts'
import { scimAddress } from './scim-address.ts'

export const groupSchemaId = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** The group of a role (RFC 7643 §4.2) with those of `people` who are in it. */
export const groupResource = (slug: string, role: StaffRole, people: readonly Person[]) => ({
  schemas: [groupSchemaId],
  id: role as string,
  displayName: groupName(role),
  members: people
    .filter(({ groups }) => groups.includes(role))
    .map(({ member }) => ({
      value: member.id,
      display: member.email,
      $ref: scimAddress(slug, 'Users', member.id),
    })),
  meta: { resourceType: 'Group', location: scimAddress(slug, 'Groups', role) },
})
