import type { Account } from '../ledger/account.ts'
import type { Entry } from '../ledger/entries.ts'
import { amountOf, categoryOf } from './account-entity.ts'

/** Amounts have no sign: `debitCreditMemo` says which way the money went. Noon is the same day in all of America. */
export const transactionEntity = (account: Account, { id, day, text, cents }: Entry) => ({
  accountCategory: categoryOf(account),
  accountId: account.id,
  transactionId: id,
  postedTimestamp: `${day}T12:00:00.000Z`,
  transactionTimestamp: `${day}T12:00:00.000Z`,
  description: text,
  debitCreditMemo: cents < 0 ? 'DEBIT' : 'CREDIT',
  status: 'POSTED',
  amount: amountOf(Math.abs(cents)),
})
