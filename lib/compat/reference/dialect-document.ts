import { z } from 'zod'
import { env } from '#lib/kit/env.ts'
import {
  type Endpoint as Described,
  describeApi,
  type EndpointAnswer,
  type OpenApiDocument,
} from '#lib/kit/openapi.ts'
import type { Proof } from '../caller.ts'
import { codes } from '../codes.ts'
import { type Endpoint, endpoints } from '../endpoints.ts'
import { refusalSchema } from './answer-schemas.ts'
import { type Told, toldEndpoints } from './told-endpoints.ts'

/** The last word of an address that is no parameter. */
export const wordOf = ({ path }: Pick<Endpoint, 'path'>): string =>
  path.split('/').findLast((part) => !part.startsWith(':')) ?? path

/** Throws for an endpoint that nobody has told of. */
const tellOf = (endpoint: Endpoint): Told => {
  const told = toldEndpoints[wordOf(endpoint)]
  if (!told) throw new Error(`${endpoint.path} is not told in told-endpoints.ts`)
  return told
}

/** The codes that go with a status; 202 tells of work that goes on. */
const refusals = (): EndpointAnswer[] =>
  [...Map.groupBy(Object.entries(codes), ([, { status }]) => status)].map(([status, of]) => ({
    status,
    description: of.map(([code]) => `\`${code}\``).join(', '),
    schema: refusalSchema,
  }))

const schemes: Readonly<Record<Proof, readonly string[]>> = {
  secret: ['secretKey'],
  token: ['authorizeToken'],
  key: ['apiKey'],
  body: [],
}

const paramsOf = ({ path }: Endpoint) =>
  z.object(
    Object.fromEntries([
      ['customerId', z.guid()],
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? '', z.string()] as const),
    ]),
  )

const describe = (endpoint: Endpoint): Described[] => {
  const { tag, summary, body, answer, challenge } = tellOf(endpoint)
  const verbs = endpoint.verbs.split(' ')
  return verbs.map((verb) => ({
    id: verbs.length > 1 ? `${wordOf(endpoint)}By${verb}` : wordOf(endpoint),
    method: verb.toLowerCase() as Described['method'],
    path: `/v3/{customerId}/${endpoint.path.replace(/:(\w+)/g, '{$1}')}`,
    tag,
    summary: verbs.length > 1 ? `${summary}, by ${verb}` : summary,
    params: paramsOf(endpoint),
    ...(body && verb !== 'GET' ? { body: { schema: body, isOptional: true } } : {}),
    answers: [
      { status: 200, description: 'Done.', schema: answer },
      ...(challenge ? [{ status: 203, description: 'The bank asks something.', schema: challenge }] : []),
      ...refusals(),
    ],
    security: schemes[endpoint.proof],
  }))
}

const header = (name: string, description: string) =>
  ({ type: 'apiKey', in: 'header', name, description }) as const

let made: OpenApiDocument | null = null

/** The OpenAPI document of the data API, from its table of endpoints. */
export const dialectDocument = (): OpenApiDocument => {
  const described = endpoints.flatMap(describe)
  const tags = [...new Set(described.map(({ tag }) => tag))].map((name) => ({ name, description: '' }))
  made ??= describeApi(
    {
      title: 'Portico data API',
      version: '3',
      description:
        'What the accounts of a login hold, for a tenant’s server. `customerId` is the tenant’s GUID. A token opens a request on a `LoginId`, and the `RequestId` reads. JSON keys are read without regard to case.',
      server: new URL(env().PUBLIC_URL).origin,
      tags,
      securitySchemes: {
        secretKey: header('flinks-auth-key', 'The tenant’s secret key.'),
        authorizeToken: header('flinks-auth-key', 'A token of GenerateAuthorizeToken, good once.'),
        apiKey: header('x-api-key', 'The tenant’s API key.'),
      },
    },
    described,
  )
  return made
}
