import { z } from 'zod'
import { apiScopes } from '#lib/tenants/api-key.ts'
import { idSchema } from './id-schema.ts'
import { operation } from './operation.ts'

export const keyAnswer = z
  .object({
    id: idSchema('apk', 'The key.'),
    label: z.string(),
    mode: z.enum(['test', 'live']),
    scopes: z.array(z.enum(apiScopes)),
    hint: z.string().meta({ description: 'The last four characters of the secret.' }),
    createdAt: z.date(),
    lastUsedAt: z.date().nullable().meta({ description: 'To the minute.' }),
  })
  .meta({ id: 'ApiKey' })

const getKey = operation({
  id: 'getKey',
  method: 'GET',
  path: '/api/v1/key',
  tag: 'Key',
  scope: null,
  summary: 'Get the key of this very request',
  description: 'A call that needs no scope: to try a key, and to see what it may do.',
  status: 200,
  answer: keyAnswer,
  run: async ({ key }) => ({ ...key, scopes: [...key.scopes] }),
})

export const keyOperations = [getKey]
