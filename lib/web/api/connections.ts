import { z } from 'zod'
import { faults } from '#lib/connectors/faults.ts'
import { getConnector } from '#lib/connectors/registry.ts'
import {
  type ConnectionRecord,
  findConnectionRecord,
  listConnectionRecords,
} from '#lib/flow/connection-records.ts'
import { deleteConnection } from '#lib/flow/delete-connection.ts'
import { AppError } from '#lib/kit/errors.ts'
import { idSchema } from './id-schema.ts'
import { type Call, operation } from './operation.ts'
import { idOfCursor, pageOf, pageQuery, toPage } from './page.ts'

const attentions = [...Object.keys(faults), 'degraded', 'consent_withdrawn', 'consent_expired']

const connectionAnswer = z
  .object({
    id: idSchema('cnx', 'The connection.'),
    loginId: z.guid().meta({ description: 'What the data API takes; the same for the same login.' }),
    status: z.enum(['active', 'needs_attention', 'revoked']),
    attention: z
      .enum(attentions as [string, ...string[]])
      .nullable()
      .meta({
        description: 'Why somebody must act before it can be read again; mostly the person, by a new visit.',
      }),
    source: z.enum(['bank', 'files']).meta({
      description:
        '`files`: the person uploaded what their bank let them download. Nobody vouches for it, and only they can bring it up to date.',
    }),
    institution: z.object({ id: z.int(), name: z.string() }),
    consentId: z.string(),
    purposes: z
      .array(z.object({ scope: z.string(), purposeId: z.string().nullable() }))
      .meta({ description: 'For what the data may be used; the consent has the words of each.' }),
    accountsFetchedAt: z.date().nullable(),
    transactionsFetchedAt: z.date().nullable(),
    refreshedAt: z.date().nullable().meta({ description: 'The last reading that succeeded.' }),
    isRefreshedNightly: z.boolean(),
    createdAt: z.date(),
    linkedAt: z.date().meta({ description: 'When the person last signed in at the bank.' }),
  })
  .meta({ id: 'Connection' })

const toAnswer = ({
  connection,
  institution,
  ...rest
}: ConnectionRecord): z.input<typeof connectionAnswer> => ({
  ...connection,
  ...rest,
  purposes: [...rest.purposes],
  source: getConnector(connection.connectorId).fileUpload ? 'files' : 'bank',
  institution: { id: connection.institutionId, name: institution?.nameEn ?? '' },
})

const connectionId = z.object({ connectionId: idSchema('cnx', 'The connection.') })
const seenBy = ({ key, now }: Pick<Call, 'key' | 'now'>) => ({ isTestOnly: key.mode === 'test', now })

const getRecord = async (call: Pick<Call, 'db' | 'key' | 'now'>, id: string): Promise<ConnectionRecord> => {
  const found = await findConnectionRecord(call.db, { id, ...seenBy(call) })
  if (!found) throw new AppError('resource_unknown')
  return found
}

const list = operation({
  id: 'listConnections',
  method: 'GET',
  path: '/api/v1/connections',
  tag: 'Connections',
  scope: 'connections:read',
  summary: 'List connections, newest first',
  query: pageQuery({
    loginId: z.guid().optional().meta({ description: 'Only the connection with this public id.' }),
    needsAttention: z
      .stringbool({ truthy: ['true'], falsy: ['false'] })
      .optional()
      .meta({ description: '`true`: only those that somebody must act on.', override: { type: 'boolean' } }),
  }),
  status: 200,
  answer: pageOf(connectionAnswer),
  run: async (call) => {
    const { limit, cursor, loginId, needsAttention = false } = call.query
    const before = idOfCursor(cursor, 'cnx')
    const asked = { limit: limit + 1, before, loginId, needsAttention, ...seenBy(call) }
    const { rows, lookedTo } = await listConnectionRecords(call.db, asked)
    return toPage(rows.map(toAnswer), limit, lookedTo)
  },
})

const get = operation({
  id: 'getConnection',
  method: 'GET',
  path: '/api/v1/connections/{connectionId}',
  tag: 'Connections',
  scope: 'connections:read',
  summary: 'Get a connection',
  params: connectionId,
  status: 200,
  answer: connectionAnswer,
  run: async (call) => toAnswer(await getRecord(call, call.params.connectionId)),
})

const remove = operation({
  id: 'deleteConnection',
  method: 'DELETE',
  path: '/api/v1/connections/{connectionId}',
  tag: 'Connections',
  scope: 'connections:write',
  summary: 'Delete what is kept of a connection',
  description:
    'Its login, accounts and transactions are wiped, its consent ends, and the bank is told. What is left reads `revoked`. Deleting twice changes nothing.',
  params: connectionId,
  status: 204,
  run: async (call) => {
    const { connection } = await getRecord(call, call.params.connectionId)
    await deleteConnection(call.db, connection.id, { actor: `key:${call.key.id}`, now: call.now })
    return undefined
  },
})

export const connectionOperations = [list, get, remove]
