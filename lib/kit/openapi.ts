import type { ZodObject, ZodType } from 'zod'
import { createDocument, type oas31 } from 'zod-openapi'

export type OpenApiDocument = oas31.OpenAPIObject

export type EndpointAnswer = {
  readonly status: number
  readonly description: string
  /** Absent where the answer has no body. */
  readonly schema?: ZodType
  readonly contentType?: string
  readonly headers?: ZodObject
}

/** One verb at one address, as any API of the house declares it: the document is made from these alone. */
export type Endpoint = {
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Parameters in braces: `/api/v1/links/{linkId}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly params?: ZodObject
  readonly query?: ZodObject
  readonly headers?: ZodObject
  readonly body?: { readonly schema: ZodType; readonly isOptional?: boolean }
  readonly answers: readonly EndpointAnswer[]
  /** Names of security schemes, any one of which lets in; none: open to anybody. */
  readonly security: readonly string[]
}

export type ApiDescription = {
  readonly title: string
  readonly version: string
  readonly description: string
  readonly server: string
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly securitySchemes: Readonly<Record<string, oas31.SecuritySchemeObject>>
}

const json = 'application/json'

const responseOf = ({ description, schema, contentType = json, headers }: EndpointAnswer) => ({
  description,
  ...(headers ? { headers } : {}),
  ...(schema ? { content: { [contentType]: { schema } } } : {}),
})

const operationOf = (endpoint: Endpoint) => {
  const { id, tag, summary, description, params, query, headers, body, answers, security } = endpoint
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(body
      ? { requestBody: { required: !body.isOptional, content: { [json]: { schema: body.schema } } } }
      : {}),
    responses: Object.fromEntries(answers.map((one) => [String(one.status), responseOf(one)])),
    security: security.map((name) => ({ [name]: [] })),
  }
}

/** Instants are `Date`s in the house and ISO 8601 text on the wire. */
const override: NonNullable<Parameters<typeof createDocument>[1]>['override'] = ({
  jsonSchema,
  zodSchema,
}) => {
  if (zodSchema._zod.def.type !== 'date') return
  jsonSchema.type = 'string'
  jsonSchema.format = 'date-time'
}

/** The OpenAPI 3.1 document of an API. Pure: the same endpoints give the same document. */
export const describeApi = (api: ApiDescription, endpoints: readonly Endpoint[]): OpenApiDocument => {
  const { title, version, description, server, tags, securitySchemes } = api
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {}
  for (const endpoint of endpoints)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) }
  return createDocument(
    {
      openapi: '3.1.0',
      info: { title, version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      servers: [{ url: server }],
      tags: tags.map((tag) => ({ ...tag })),
      components: { securitySchemes: { ...securitySchemes } },
      paths,
    },
    { override },
  ) as OpenApiDocument
}
