import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, Revocation, StatementAccess } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { openCached, readWithin } from './aggregator-data.ts'
import { statementsSchema } from './dialect-answers.ts'
import { askData, parsed } from './dialect-client.ts'
import { readGrant } from './grant.ts'

/** A year of papers with their bytes: the upstream gives none without the other. */
const readPapers = async (ctx: ConnectorContext, grant: string, accountKey: string) => {
  const session = await openCached(ctx, grant)
  if (!session.ok) return session
  const wishes = { NumberOfStatements: 'Months12', AccountsFilter: [accountKey] }
  const read = await readWithin(ctx, 'GetStatements', { RequestId: session.value.RequestId, ...wishes })
  const papers = read.ok ? parsed(statementsSchema, read.value) : read
  if (!papers.ok) return papers
  return succeeded(papers.value.StatementsByAccount.flatMap(({ Statements }) => Statements))
}

const fileOf = (base64: string): Outcome<Uint8Array, Fault> => {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
  return isPdf ? succeeded(bytes) : failed({ code: 'malformed_answer', detail: 'not a PDF' })
}

export const aggregatorStatements: StatementAccess = {
  list: async (ctx, grant, accountKey) => {
    const papers = await readPapers(ctx, grant, accountKey)
    if (!papers.ok) return papers
    const pdfs = papers.value.filter(({ FileType }) => FileType.toUpperCase() === 'PDF')
    return succeeded(pdfs.map(({ UniqueId }) => ({ key: UniqueId, month: null, fileType: 'PDF' as const })))
  },
  file: async (ctx, grant, { accountKey, statementKey }) => {
    const papers = await readPapers(ctx, grant, accountKey)
    if (!papers.ok) return papers
    const paper = papers.value.find(({ UniqueId }) => UniqueId === statementKey)
    return paper ? fileOf(paper.Base64Bytes) : failed({ code: 'account_closed' })
  },
}

const deleteLogin = async (ctx: ConnectorContext, loginId: string): Promise<Outcome<null, Fault>> => {
  const path = `DeleteCard/${encodeURIComponent(loginId)}`
  const said = await askData(ctx, { name: 'revoke', method: 'DELETE', path })
  const isGone = !said.ok && ['wrong_credentials', 'bank_session_expired'].includes(said.reason.fault.code)
  return said.ok || isGone ? succeeded(null) : failed(said.reason.fault)
}

const nothing = {
  WithAccountIdentity: false,
  WithKYC: false,
  WithTransactions: false,
  WithBalance: false,
}

/** Reading a session is what closes it, and nothing is wanted of what is read. */
const closeSession = (ctx: ConnectorContext, RequestId: string) =>
  readWithin(ctx, 'GetAccountsDetail', { RequestId, ...nothing })

/** Deletes the login upstream, with all that is kept of it there: also one whose session nobody has read yet. */
export const aggregatorRevocation: Revocation = {
  revoke: async (ctx, grant) => {
    const login = readGrant(grant, ctx.clock.now())
    if (!login.ok) return login
    const { loginId, openSession } = login.value
    const deleted = await deleteLogin(ctx, loginId)
    if (deleted.ok || deleted.reason.code !== 'rate_limited' || openSession === null) return deleted
    await closeSession(ctx, openSession)
    return deleteLogin(ctx, loginId)
  },
}
