import { maskedNumber } from '#lib/accounts/account.ts'
import type { OfferedAccount } from '#lib/accounts/offer-accounts.ts'
import type { AccountRow } from './view.ts'

/** What a page may show of an account: never more of its number than the last four digits. */
export const toAccountRow = (account: OfferedAccount): AccountRow => ({
  id: account.id,
  title: account.details.title,
  nickname: account.details.nickname,
  kind: account.kind,
  currency: account.currency,
  masked: maskedNumber(account.details),
  balance: account.details.balance.available ?? account.details.balance.current,
  unavailable: account.unavailable,
  isChosen: account.isChosen,
})
