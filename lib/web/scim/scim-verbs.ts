import { getConfiguration, getSchemas, getTypes } from './describe-service.ts'
import { getGroup, listGroups, patchGroup, putGroup, refuseDeletion, refuseGroup } from './groups.ts'
import type { Replied } from './scim-answer.ts'
import type { ScimCall } from './scim-call.ts'
import { createUser, deleteUser, getUser, listUsers, patchUser, putUser } from './users.ts'

type Verb = (call: ScimCall) => Promise<Replied>

/** What stands at an address, by method. */
export type Verbs = Readonly<Record<string, Verb>>

/** All of them, and one of them. */
const table: Readonly<Record<string, readonly [Verbs, Verbs | null]>> = {
  ServiceProviderConfig: [{ GET: getConfiguration }, null],
  ResourceTypes: [{ GET: getTypes }, { GET: getTypes }],
  Schemas: [{ GET: getSchemas }, { GET: getSchemas }],
  Users: [
    { GET: listUsers, POST: createUser },
    { GET: getUser, PUT: putUser, PATCH: patchUser, DELETE: deleteUser },
  ],
  Groups: [
    { GET: listGroups, POST: refuseGroup },
    { GET: getGroup, PUT: putGroup, PATCH: patchGroup, DELETE: refuseDeletion },
  ],
}

/** What stands behind the tenant’s name in an address; null where nothing does. */
export const verbsAt = (path: readonly string[]): { readonly verbs: Verbs; readonly id: string } | null => {
  const [kind = '', id = '', ...more] = path
  const verbs = table[kind]?.[id === '' ? 0 : 1]
  return verbs && more.length === 0 ? { verbs, id } : null
}
