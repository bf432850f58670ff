import type { ConsentRow } from '#lib/consents/consent-store.ts'
import { type AccountStatements, listStatements, readStatement } from '#lib/flow/api/read-statements.ts'
import { listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import { codeOfFault } from '../fault-codes.ts'
import { type Reply, refuse } from '../reply.ts'
import { envelopeOf } from './account-envelope.ts'
import { dataSchema, type Wishes, wishesOf } from './data-body.ts'
import { findReady, type ReadyRequest } from './ready-request.ts'
import { storedWishes } from './stored-wishes.ts'

/** The same paper has the same name each time: 32 hexadecimal digits. */
const uniqueIdOf = (accountId: string, key: string): string =>
  Buffer.from(sha256(`statement|${accountId}|${key}`).subarray(0, 16)).toString('hex')

/** One account's papers as JSON, one of them in memory at a time. A bank that fails half-way breaks the answer off. */
async function* papersJson(call: Call, ready: ReadyRequest, { account, statements }: AccountStatements) {
  yield `{"AccountNumber":${JSON.stringify(account.details.accountNumber)},"Statements":[`
  for (const [index, { key, fileType }] of statements.entries()) {
    const paper = { accountKey: account.details.key, statementKey: key }
    const file = await readStatement(call.db, ready.connection, paper)
    if (!file.ok) throw new Error(`statement not read: ${file.reason.code}`)
    const head = JSON.stringify({ UniqueId: uniqueIdOf(account.id, key), FileType: fileType })
    yield `${index === 0 ? '' : ','}${head.slice(0, -1)},"Base64Bytes":"${Buffer.from(file.value).toString('base64')}"}`
  }
  yield ']}'
}

async function* statementsJson(call: Call, ready: ReadyRequest, found: readonly AccountStatements[]) {
  yield '{"HttpStatusCode":200,"StatementsByAccount":['
  for (const [index, one] of found.entries()) {
    if (index > 0) yield ','
    yield* papersJson(call, ready, one)
  }
  yield `],${JSON.stringify(await envelopeOf(call.db, ready)).slice(1)}`
}

const monthsOf = { MostRecent: 1, Months3: 3, Months12: 12 } as const

/** How many papers a body asks for that does not say: what the frame's address said when the person agreed. */
const mostByFrame = async ({ db }: Call, { sessionId }: ConsentRow): Promise<number> => {
  const session = sessionId === null ? null : await findSession(db, sessionId)
  return monthsOf[session?.frame?.settings.monthsOfStatements ?? 'MostRecent']
}

const reading = 'Statements'

const read = async (call: Call, requestId: string | null, wishes: Wishes): Promise<Reply> => {
  const ready = await findReady(call, { requestId, wantsHistory: false, reading, wishes })
  if (!ready.ok) return ready.reason
  const { connection, consent } = ready.value
  if (!consent.scopes.includes('statements')) return refuse('CONSENT_MISSING')
  const accounts = await listSharedAccounts(call.db, connection, consent, wishes.accounts)
  const most = wishes.statements ?? (await mostByFrame(call, consent))
  const found = await listStatements(call.db, connection, accounts, most)
  if (found.ok) return { status: 200, stream: statementsJson(call, ready.value, found.value) }
  return refuse(found.reason === 'not_offered' ? 'METHOD_NOT_AVAILABLE' : codeOfFault(found.reason.code))
}

export const statements = async (call: Call): Promise<Reply> => {
  const bound = bind(dataSchema, call.body)
  return bound.ok ? read(call, bound.value.requestid, wishesOf(bound.value, false)) : bound.reason
}

export const statementsAsync = async (call: Call): Promise<Reply> => {
  const { requestId, wishes } = await storedWishes(call, reading)
  return read(call, requestId, wishes)
}
