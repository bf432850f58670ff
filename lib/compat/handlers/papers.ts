import type { Account } from '#lib/accounts/account.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type AccountStatements, listStatements, readStatement } from '#lib/flow/api/read-statements.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { codeOfFault } from '../fault-codes.ts'
import { type Reply, refuse } from '../reply.ts'
import type { Wishes } from './data-body.ts'
import type { ReadyRequest } from './ready-request.ts'

/** The same paper has the same name each time: 32 hexadecimal digits. */
const uniqueIdOf = (accountId: string, key: string): string =>
  Buffer.from(sha256(`statement|${accountId}|${key}`).subarray(0, 16)).toString('hex')

/** One account's papers as JSON, one of them in memory at a time. A bank that fails half-way breaks the answer off. */
export async function* papersJson(
  db: TenantDb,
  { connection }: ReadyRequest,
  { account, statements }: AccountStatements,
) {
  for (const [index, { key, fileType }] of statements.entries()) {
    const paper = { accountKey: account.details.key, statementKey: key }
    const file = await readStatement(db, connection, paper)
    if (!file.ok) throw new Error(`statement not read: ${file.reason.code}`)
    const head = JSON.stringify({ UniqueId: uniqueIdOf(account.id, key), FileType: fileType })
    yield `${index === 0 ? '' : ','}${head.slice(0, -1)},"Base64Bytes":"${Buffer.from(file.value).toString('base64')}"}`
  }
}

const monthsOf = { MostRecent: 1, Months3: 3, Months12: 12 } as const

/** How many papers a body asks for that does not say: what the frame's address said when the person agreed. */
const mostByFrame = async (db: TenantDb, { sessionId }: ConsentRow): Promise<number> => {
  const session = sessionId === null ? null : await findSession(db, sessionId)
  return monthsOf[session?.frame?.settings.monthsOfStatements ?? 'MostRecent']
}

/** The papers of these accounts, by name, where that was agreed and the bank gives them. */
export const findPapers = async (
  db: TenantDb,
  { connection, consent }: ReadyRequest,
  accounts: readonly Account[],
  wishes: Wishes,
): Promise<Outcome<readonly AccountStatements[], Reply>> => {
  if (!consent.scopes.includes('statements')) return failed(refuse('CONSENT_MISSING'))
  const most = wishes.statements ?? (await mostByFrame(db, consent))
  const found = await listStatements(db, connection, accounts, most)
  if (found.ok) return found
  return failed(
    refuse(found.reason === 'not_offered' ? 'METHOD_NOT_AVAILABLE' : codeOfFault(found.reason.code)),
  )
}
