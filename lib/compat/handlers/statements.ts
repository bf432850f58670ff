import type { AccountStatements } from '#lib/flow/api/read-statements.ts'
import { listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import type { Reply } from '../reply.ts'
import { envelopeOf } from './account-envelope.ts'
import { dataSchema, type Wishes, wishesOf } from './data-body.ts'
import { findPapers, papersJson } from './papers.ts'
import { findReady, type ReadyRequest } from './ready-request.ts'
import { storedWishes } from './stored-wishes.ts'

async function* statementsJson({ db }: Call, ready: ReadyRequest, found: readonly AccountStatements[]) {
  yield '{"HttpStatusCode":200,"StatementsByAccount":['
  for (const [index, one] of found.entries()) {
    const number = JSON.stringify(one.account.details.accountNumber)
    yield `${index === 0 ? '' : ','}{"AccountNumber":${number},"Statements":[`
    yield* papersJson(db, ready, one)
    yield ']}'
  }
  yield `],${JSON.stringify(await envelopeOf(db, ready)).slice(1)}`
}

const reading = 'Statements'

const read = async (call: Call, requestId: string | null, wishes: Wishes): Promise<Reply> => {
  const ready = await findReady(call, { requestId, wantsHistory: false, reading, wishes })
  if (!ready.ok) return ready.reason
  const { connection, consent } = ready.value
  const accounts = await listSharedAccounts(call.db, connection, consent, wishes.accounts)
  const found = await findPapers(call.db, ready.value, accounts, wishes)
  return found.ok ? { status: 200, stream: statementsJson(call, ready.value, found.value) } : found.reason
}

export const statements = async (call: Call): Promise<Reply> => {
  const bound = bind(dataSchema, call.body)
  return bound.ok ? read(call, bound.value.requestid, wishesOf(bound.value, false)) : bound.reason
}

export const statementsAsync = async (call: Call): Promise<Reply> => {
  const { requestId, wishes } = await storedWishes(call, reading)
  return read(call, requestId, wishes)
}
