import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import type { BankAccount } from '#lib/connectors/contract.ts'
import { type Fault, faults } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { readBank } from './read-bank.ts'

const timeoutMs = 30 * secondMs

type Fetched = Outcome<readonly BankAccount[], Fault>

const hasNone = (fetched: Fetched): boolean => fetched.ok && fetched.value.length === 0

/** The accounts that the bank shows, asked twice where that may help; `no_accounts` where there are none. */
export const askAccounts = async (db: TenantDb, connection: ConnectionRow): Promise<Fetched> => {
  const once = () =>
    readBank(db, connection, { timeoutMs, read: ({ data }, ctx, grant) => data.accounts(ctx, grant) })
  const first = await once()
  const asked = !first.ok && faults[first.reason.code].retry === 'later' ? await once() : first
  return hasNone(asked) ? failed({ code: 'no_accounts' }) : asked
}
