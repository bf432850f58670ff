import { z } from 'zod'
import { env } from '#lib/kit/env.ts'
import { type ErrorCode, errorTable } from '#lib/kit/errors.ts'
import {
  type ApiDescription,
  describeApi,
  type Endpoint,
  type EndpointAnswer,
  type OpenApiDocument,
} from '#lib/kit/openapi.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { problemSchema, problemType } from './problem.ts'

const always = [
  'invalid_request',
  'key_unknown',
  'resource_unknown',
  'too_many_requests',
  'internal',
  'unavailable',
] as const
const withBody = ['too_large', 'media_type_unsupported'] as const
const withKey = ['idempotency_in_progress', 'idempotency_mismatch'] as const

/** Every code that an operation can answer with. */
export const errorsOf = ({ method, scope, body, errors }: Operation): ErrorCode[] => [
  ...new Set<ErrorCode>([
    ...always,
    ...(scope === null ? [] : (['scope_missing'] as const)),
    ...(body ? withBody : []),
    ...(method === 'POST' ? withKey : []),
    ...(errors ?? []),
  ]),
]

const answerHeaders = z.object({
  'X-Request-Id': z.string().meta({ description: 'Stands in the log too; give it when you ask for help.' }),
})

const problemsOf = (one: Operation): EndpointAnswer[] => {
  const byStatus = Map.groupBy(errorsOf(one), (code) => errorTable[code].status)
  return [...byStatus].map(([status, codes]) => ({
    status,
    description: codes.map((code) => `[${code}](/docs/errors/${code})`).join(', '),
    schema: problemSchema,
    contentType: problemType,
  }))
}

const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(255).optional().meta({
    description:
      'Any text of yours: within 24 hours the same request with it is done once and answered alike.',
  }),
})

const endpointOf = (one: Operation): Endpoint => ({
  id: one.id,
  method: one.method.toLowerCase() as Endpoint['method'],
  path: one.path,
  tag: one.tag,
  summary: one.summary,
  description: [one.description, one.scope && `Scope: \`${one.scope}\`.`].filter(Boolean).join('\n\n'),
  ...(one.params ? { params: one.params } : {}),
  ...(one.query ? { query: one.query } : {}),
  ...(one.method === 'POST' ? { headers: idempotencyHeader } : {}),
  ...(one.body ? { body: { schema: one.body } } : {}),
  answers: [
    {
      status: one.status,
      description: one.answer ? 'Done.' : 'Done; the answer has no body.',
      headers: answerHeaders,
      ...(one.answer ? { schema: one.answer } : {}),
    },
    ...problemsOf(one),
  ],
  security: ['apiKey'],
})

const tagTexts: Readonly<Record<string, string>> = {
  Key: 'The key with which you ask.',
  Links: 'Personal links, which open one visit for one person.',
  Sessions: 'Visits: how they stand, what was done, and what came of them.',
  Connections: 'What lasts of a visit: a login at a bank, with its accounts.',
  Consents: 'What people were asked and answered, word for word.',
  Webhooks: 'Where you are told, and what became of each telling.',
}

const description = (): Omit<ApiDescription, 'tags'> => ({
  title: 'Portico API',
  version: '1',
  description:
    'Server to server, with a key of your tenant as `Authorization: Bearer …`. JSON in UTF-8; instants in ISO 8601, UTC. What fails is a problem (RFC 9457) whose `type` is a page. Unknown fields and parameters are refused; new fields may appear in answers.',
  server: new URL(env().PUBLIC_URL).origin,
  securitySchemes: {
    apiKey: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key begins with `portico_test_` or `portico_live_`.',
    },
  },
})

let made: OpenApiDocument | null = null

/** The OpenAPI document of `/api/v1`; made once, for the table never changes while a process runs. */
export const apiDocument = (): OpenApiDocument => {
  const names = [...new Set(operations.map(({ tag }) => tag))]
  const tags = names.map((name) => ({ name, description: tagTexts[name] ?? name }))
  made ??= describeApi({ ...description(), tags }, operations.map(endpointOf))
  return made
}
