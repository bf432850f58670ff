import { succeeded } from '#lib/kit/outcome.ts'
import { groupSchemaId } from './group-resource.ts'
import { listAnswer, mostResults } from './list-answer.ts'
import { scimSchemas } from './schemas.ts'
import { scimAddress } from './scim-address.ts'
import { fault, type Replied } from './scim-answer.ts'
import type { ScimCall } from './scim-call.ts'
import { userSchemaId } from './user-resource.ts'

type Described = { readonly schemas: readonly string[]; readonly id: string }

const core = 'urn:ietf:params:scim:schemas:core:2.0'

/** RFC 7643 §5: what is spoken here and what is not. */
export const getConfiguration = async ({ provider: { slug } }: ScimCall): Promise<Replied> => {
  const off = { supported: false }
  return succeeded({
    status: 200,
    body: {
      schemas: [`${core}:ServiceProviderConfig`],
      patch: { supported: true },
      bulk: { ...off, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: mostResults },
      changePassword: off,
      sort: off,
      etag: off,
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'Bearer token',
          description: 'The token that the page of single sign-on has shown once',
          specUri: 'https://www.rfc-editor.org/info/rfc6750',
          primary: true,
        },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: scimAddress(slug, 'ServiceProviderConfig') },
    },
  })
}

const typesAt = (slug: string): readonly Described[] =>
  [
    { name: 'User', endpoint: '/Users', schema: userSchemaId },
    { name: 'Group', endpoint: '/Groups', schema: groupSchemaId },
  ].map((type) => ({
    schemas: [`${core}:ResourceType`],
    id: type.name,
    ...type,
    meta: { resourceType: 'ResourceType', location: scimAddress(slug, 'ResourceTypes', type.name) },
  }))

const schemasAt = (slug: string): readonly Described[] =>
  scimSchemas.map((schema) => ({
    schemas: [`${core}:Schema`],
    ...schema,
    meta: { resourceType: 'Schema', location: scimAddress(slug, 'Schemas', schema.id) },
  }))

/** All of them, or the one that the address names. */
const describing =
  (describedAt: (slug: string) => readonly Described[]) =>
  async ({ provider: { slug }, id, query }: ScimCall): Promise<Replied> => {
    const all = describedAt(slug)
    if (id === '') return succeeded(listAnswer(all, query, (one) => one))
    const one = all.find((described) => described.id === id)
    return one ? succeeded({ status: 200, body: one }) : fault(404, 'There is nothing of this name.')
  }

export const getTypes = describing(typesAt)
export const getSchemas = describing(schemasAt)
