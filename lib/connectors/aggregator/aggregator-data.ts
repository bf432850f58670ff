import { setTimeout as delay } from 'node:timers/promises'
import { dayMs, minuteMs, secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, DataAccess } from '../contract.ts'
import type { Fault } from '../faults.ts'
import {
  type AccountAnswer,
  type AuthorizedAnswer,
  accountsSchema,
  authorizedSchema,
  pendingSchema,
} from './dialect-answers.ts'
import { askData, authorize, type DialectAnswer, type DialectRefusal, parsed } from './dialect-client.ts'
import { readGrant } from './grant.ts'
import { lastReadAt, toAccount, toTransactions } from './transform.ts'

/** What the upstream read longer ago is read anew at the bank before it is given out as today's. */
const freshMs = 10 * minuteMs
const firstPauseMs = 250
const longestPauseMs = 10 * secondMs

type Said = Outcome<DialectAnswer, DialectRefusal>

/** Asks until the upstream no longer says that it is working, or until the call is given up. */
const untilDone = async (
  ctx: ConnectorContext,
  first: Said,
  again: (requestId: string) => Promise<Said>,
): Promise<Outcome<unknown, Fault>> => {
  let said = first
  for (let pauseMs = firstPauseMs; said.ok && said.value.status === 202; pauseMs *= 2) {
    const pending = parsed(pendingSchema, said.value.body)
    if (!pending.ok) return pending
    await delay(Math.min(pauseMs, longestPauseMs), undefined, { signal: ctx.signal }).catch(() => undefined)
    if (ctx.signal.aborted) return failed({ code: 'bank_too_slow' })
    said = await again(pending.value.RequestId)
  }
  if (!said.ok) return failed(said.reason.fault)
  // Questions are for the person: they have to sign in again.
  return said.value.status === 203 ? failed({ code: 'bank_session_expired' }) : succeeded(said.value.body)
}

const authorizeLogin = async (
  ctx: ConnectorContext,
  name: string,
  body: object,
): Promise<Outcome<AuthorizedAnswer, Fault>> => {
  const first = await authorize(ctx, name, body)
  const done = await untilDone(ctx, first, (RequestId) => authorize(ctx, name, { RequestId }))
  return done.ok ? parsed(authorizedSchema, done.value) : done
}

/** A session over what the upstream has read already. A login that it no longer knows has to be made again. */
export const openCached = async (
  ctx: ConnectorContext,
  grant: string,
): Promise<Outcome<AuthorizedAnswer, Fault>> => {
  const read = readGrant(grant, ctx.clock.now())
  if (!read.ok) return read
  const { loginId } = read.value
  const opened = await authorizeLogin(ctx, 'open', { LoginId: loginId, MostRecentCached: true })
  const isGone = !opened.ok && opened.reason.code === 'wrong_credentials'
  return isGone ? failed({ code: 'bank_session_expired' }) : opened
}

/** The same with what the bank says today. */
const openFresh = async (ctx: ConnectorContext, grant: string): Promise<Outcome<AuthorizedAnswer, Fault>> => {
  const cached = await openCached(ctx, grant)
  if (!cached.ok) return cached
  const readAt = lastReadAt(cached.value.Login.LastRefresh)
  const isFresh = readAt === null || ctx.clock.now().getTime() - readAt.getTime() < freshMs
  if (isFresh) return cached
  // As the upstream names it, which is as the grant did.
  const { Id } = cached.value.Login
  return authorizeLogin(ctx, 'refresh', { LoginId: Id, MostRecentCached: false, Save: true })
}

/** One reading within a session: `name` is the endpoint, whose `Async` form is asked while it works. */
export const readWithin = async (
  ctx: ConnectorContext,
  name: 'GetAccountsDetail' | 'GetStatements',
  body: { readonly RequestId: string },
): Promise<Outcome<unknown, Fault>> => {
  const first = await askData(ctx, { name, method: 'POST', path: name, body })
  return untilDone(ctx, first, (requestId) =>
    askData(ctx, { name, method: 'GET', path: `${name}Async/${encodeURIComponent(requestId)}` }),
  )
}

const readAccounts = async (
  ctx: ConnectorContext,
  session: Outcome<Pick<AuthorizedAnswer, 'RequestId'>, Fault>,
  wishes: object,
): Promise<Outcome<readonly AccountAnswer[], Fault>> => {
  if (!session.ok) return session
  const { RequestId } = session.value
  const read = await readWithin(ctx, 'GetAccountsDetail', { RequestId, ...wishes })
  const accounts = read.ok ? parsed(accountsSchema, read.value) : read
  return accounts.ok ? succeeded(accounts.value.Accounts) : accounts
}

const allButHistory = {
  WithAccountIdentity: true,
  WithKYC: true,
  WithBalance: true,
  WithTransactions: false,
}

/** In the very session of the login, once; null where it is over. */
const readAfterLogin = async (ctx: ConnectorContext, grant: string) => {
  const login = readGrant(grant, ctx.clock.now())
  if (!login.ok || login.value.openSession === null) return null
  const session = succeeded({ RequestId: login.value.openSession })
  const read = await readAccounts(ctx, session, allButHistory)
  return read.ok || read.reason.code !== 'bank_session_expired' ? read : null
}

export const aggregatorData: DataAccess = {
  accounts: async (ctx, grant) => {
    const read =
      (await readAfterLogin(ctx, grant)) ??
      (await readAccounts(ctx, await openFresh(ctx, grant), allButHistory))
    return read.ok ? succeeded(read.value.map(toAccount)) : read
  },
  transactions: async (ctx, grant, { accountKey, from, to }) => {
    const days = (ctx.clock.now().getTime() - Date.parse(from)) / dayMs
    const wishes = {
      WithAccountIdentity: true,
      WithTransactions: true,
      AccountsFilter: [accountKey],
      DaysOfTransactions: days > 89 ? 'Days365' : 'Days90',
    }
    const read = await readAccounts(ctx, await openCached(ctx, grant), wishes)
    if (!read.ok) return read
    const account = read.value.find(({ Id }) => Id === accountKey)
    if (!account) return failed({ code: 'account_closed' })
    const all = toTransactions(account.Transactions ?? [])
    return succeeded(all.filter(({ date }) => date >= from && date <= to))
  },
}
