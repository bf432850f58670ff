/**
 * Bodies as two wide-spread providers send them, written after their public descriptions: Okta’s “SCIM 2.0 protocol
 * reference” and Microsoft’s “Develop and plan provisioning for a SCIM endpoint in Microsoft Entra ID”.
 */

const core = 'urn:ietf:params:scim:schemas:core:2.0'
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const patchOf = (...Operations: readonly object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
})

export const okta = {
  newUser: (userName: string, externalId = '00ujl29u0le5T6Aj10h7') => ({
    schemas: [`${core}:User`],
    userName,
    name: { givenName: 'Ann', familyName: 'Lee' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: 'Ann Lee',
    locale: 'en-US',
    externalId,
    groups: [],
    password: '1mz050nq',
    active: true,
  }),
  /** How a user is changed, and linked: whole. */
  wholeUser: (id: string, userName: string, active: boolean) => ({
    schemas: [`${core}:User`],
    id,
    userName,
    name: { givenName: 'Another', middleName: 'Excited', familyName: 'Lee' },
    emails: [{ primary: true, value: userName, type: 'work', display: userName }],
    active,
    groups: [],
    meta: { resourceType: 'User' },
  }),
  active: (active: boolean) => patchOf({ op: 'replace', value: { active } }),
  renamedGroup: (id: string, displayName: string) => patchOf({ op: 'replace', value: { id, displayName } }),
  members: (remove: readonly string[], add: readonly string[]) =>
    patchOf(...remove.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })), {
      op: 'add',
      path: 'members',
      value: add.map((value) => ({ value, display: 'somebody' })),
    }),
  allMembers: (ids: readonly string[]) =>
    patchOf({ op: 'replace', path: 'members', value: ids.map((value) => ({ value })) }),
  newGroup: (displayName: string) => ({ schemas: [`${core}:Group`], displayName, members: [] }),
}

export const entra = {
  newUser: (userName: string, externalId = '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef') => ({
    schemas: [`${core}:User`, enterprise],
    externalId,
    userName,
    active: true,
    emails: [{ primary: true, type: 'work', value: userName }],
    meta: { resourceType: 'User' },
    name: { formatted: 'Given Family', familyName: 'Family', givenName: 'Given' },
    roles: [],
    [enterprise]: { department: 'Lending' },
  }),
  /** As it was sent for years, and still is without the flag `aadOptscim062020`. */
  off: patchOf({ op: 'Replace', path: 'active', value: 'False' }),
  on: patchOf({ op: 'Replace', path: 'active', value: 'True' }),
  /** With the flag. */
  offInOne: patchOf({ op: 'replace', value: { active: false } }),
  details: patchOf(
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'elsewhere@example.com' },
    { op: 'Replace', path: 'name.familyName', value: 'Roy' },
    { op: 'Add', path: `${enterprise}:manager`, value: '2819c223' },
    { op: 'Replace', value: { displayName: 'Given Roy', [`${enterprise}:department`]: 'Risk' } },
  ),
  addMember: (id: string) => patchOf({ op: 'Add', path: 'members', value: [{ $ref: null, value: id }] }),
  removeMember: (id: string) =>
    patchOf({ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] }),
}
