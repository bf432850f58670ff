import { listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import { link, type Reply, succeed } from '../reply.ts'
import { toAccount, toRatios } from '../shapes/account-shape.ts'
import { envelopeOf } from './account-envelope.ts'
import { dataSchema, type Wishes, wishesOf } from './data-body.ts'
import { findReady } from './ready-request.ts'
import { storedWishes } from './stored-wishes.ts'

const links = [link('AccountsDetail', '/GetAccountsDetail')]

const reading = 'AccountsSummary'

const read = async (call: Call, requestId: string | null, wishes: Wishes): Promise<Reply> => {
  const ready = await findReady(call, { requestId, wantsHistory: false, reading, wishes })
  if (!ready.ok) return ready.reason
  const { connection, consent } = ready.value
  const accounts = await listSharedAccounts(call.db, connection, consent, wishes.accounts)
  return succeed({
    Accounts: accounts.map((account) => ({ ...toRatios(account), ...toAccount(account, wishes) })),
    Links: links,
    ...(await envelopeOf(call.db, ready.value)),
  })
}

export const accountsSummary = async (call: Call): Promise<Reply> => {
  const bound = bind(dataSchema, call.body)
  return bound.ok ? read(call, bound.value.requestid, wishesOf(bound.value, true)) : bound.reason
}

export const accountsSummaryAsync = async (call: Call): Promise<Reply> => {
  const { requestId, wishes } = await storedWishes(call, reading)
  return read(call, requestId, wishes)
}
