import type { Account } from '#lib/accounts/account.ts'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import type { BankStatement } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { readBank } from '../read-bank.ts'

const timeoutMs = 30 * secondMs

export type AccountStatements = { readonly account: Account; readonly statements: readonly BankStatement[] }

/** The newest `most` statements of each account, by name. Papers are never kept here: the bank is asked each time. */
export const listStatements = async (
  db: TenantDb,
  connection: ConnectionRow,
  accounts: readonly Account[],
  most: number,
): Promise<Outcome<readonly AccountStatements[], Fault | 'not_offered'>> => {
  const found: AccountStatements[] = []
  for (const account of accounts) {
    let isOffered = true
    const listed = await readBank(db, connection, {
      timeoutMs,
      read: async ({ statements }, ctx, grant) => {
        isOffered = statements !== undefined
        return statements ? statements.list(ctx, grant, account.details.key) : succeeded([])
      },
    })
    if (!isOffered) return failed('not_offered')
    if (!listed.ok) return listed
    found.push({ account, statements: listed.value.slice(0, most) })
  }
  return succeeded(found)
}

/** The bytes of one statement. */
export const readStatement = async (
  db: TenantDb,
  connection: ConnectionRow,
  paper: { readonly accountKey: string; readonly statementKey: string },
): Promise<Outcome<Uint8Array, Fault>> => {
  return readBank(db, connection, {
    timeoutMs,
    read: async ({ statements }, ctx, grant) =>
      statements ? statements.file(ctx, grant, paper) : failed<Fault>({ code: 'bank_refused' }),
  })
}
