import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { type AccountDetails, accountDetailsSchema } from './account.ts'
import { lockConnection } from './account-store.ts'
import {
  type DueAccount,
  deleteAccount,
  deleteDuePages,
  deleteDuePapers,
  listDueAccounts,
  setForgotten,
} from './keeping-store.ts'

const none = { available: null, current: null, limit: null }

/** The same as if these scopes had not been agreed to. */
export const detailsWithout = (details: AccountDetails, scopes: readonly string[]): AccountDetails => ({
  ...details,
  ...(scopes.includes('account_numbers')
    ? { institutionNumber: null, transitNumber: null, accountNumber: null }
    : {}),
  ...(scopes.includes('balances') ? { balance: none, overdraftLimit: null } : {}),
  ...(scopes.includes('holder_contact') ? { holders: [] } : {}),
})

const forget = async (tx: TenantDb, { id, isGone, scopes, detailsSealed }: DueAccount): Promise<void> => {
  if (isGone) return deleteAccount(tx, id)
  const place = { table: 'Account', column: 'detailsSealed', row: id }
  const details = accountDetailsSchema.parse(JSON.parse(await open(tx, place, detailsSealed)))
  const left = JSON.stringify(detailsWithout(details, scopes))
  await setForgotten(tx, id, { detailsSealed: await seal(tx, place, left), forgotten: scopes })
}

/** What went, as numbers for the log. */
export type Forgotten = { readonly scopes: string[]; readonly accounts: number; readonly months: number }

/**
 * Deletes of a connection what was to be kept until now, in the transaction of the caller; a reading that is under way
 * is waited for. Null where nothing was left to delete: twice is as well as once.
 */
export const forgetDue = async (tx: TenantDb, connectionId: string, now: Date): Promise<Forgotten | null> => {
  await lockConnection(tx, connectionId)
  const months = await deleteDuePages(tx, connectionId, now)
  const papers = await deleteDuePapers(tx, connectionId, now)
  const due = await listDueAccounts(tx, connectionId, now)
  for (const account of due) await forget(tx, account)
  if (months + papers + due.length === 0) return null
  const ofAccounts = due.flatMap(({ scopes, forgotten }) => scopes.filter((one) => !forgotten.includes(one)))
  const told = [...ofAccounts, ...(papers > 0 ? ['statements'] : []), ...(months > 0 ? ['transactions'] : [])]
  return {
    scopes: [...new Set(told)].sort(),
    accounts: due.filter(({ isGone }) => isGone).length,
    months,
  }
}
