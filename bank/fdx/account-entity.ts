import type { Account } from '../ledger/account.ts'
import { balanceAtEndOf } from '../ledger/entries.ts'
import type { ProductType } from '../ledger/plans.ts'

/** FDX writes amounts as numbers in the account's currency. */
export const amountOf = (cents: number): number => cents / 100

const kinds: Record<ProductType, { category: string; type: string }> = {
  CHEQUING: { category: 'DEPOSIT_ACCOUNT', type: 'CHECKING' },
  SAVINGS: { category: 'DEPOSIT_ACCOUNT', type: 'SAVINGS' },
  CREDIT_CARD: { category: 'LOC_ACCOUNT', type: 'CREDITCARD' },
  LINE_OF_CREDIT: { category: 'LOC_ACCOUNT', type: 'LINEOFCREDIT' },
  LOAN: { category: 'LOAN_ACCOUNT', type: 'PERSONALLOAN' },
  MORTGAGE: { category: 'LOAN_ACCOUNT', type: 'MORTGAGE' },
  INVESTMENT: { category: 'INVESTMENT_ACCOUNT', type: 'TAXABLE' },
  SAFE_CUSTODY: { category: 'DEPOSIT_ACCOUNT', type: 'OTHERDEPOSIT' },
}

export const categoryOf = ({ plan }: Account): string => kinds[plan.type].category

/** What ACCOUNT_BASIC shows: FDX's account descriptor, never the whole number. */
export const descriptorEntity = ({ id, name, plan, language, numbers }: Account) => ({
  accountCategory: kinds[plan.type].category,
  accountId: id,
  accountType: kinds[plan.type].type,
  accountNumberDisplay: numbers.account.slice(-4),
  productName: name,
  ...(plan.nickname ? { nickname: plan.nickname[language] } : {}),
  status: plan.status,
  currency: { currencyCode: plan.currency },
})

const balancesOf = (account: Account, today: string) => {
  const { limitCents, type } = account.plan
  const cents = balanceAtEndOf(account, today)
  switch (kinds[type].category) {
    case 'LOC_ACCOUNT':
      return {
        balanceType: 'LIABILITY',
        currentBalance: amountOf(0 - cents),
        ...(limitCents === null
          ? {}
          : { creditLine: amountOf(limitCents), availableCredit: amountOf(limitCents + cents) }),
      }
    case 'LOAN_ACCOUNT':
      return { balanceType: 'LIABILITY', principalBalance: amountOf(0 - cents) }
    case 'INVESTMENT_ACCOUNT':
      return { balanceType: 'ASSET', currentValue: amountOf(cents) }
    default:
      return {
        balanceType: 'ASSET',
        currentBalance: amountOf(cents),
        availableBalance: amountOf(limitCents === null ? Math.max(cents, 0) : limitCents + cents),
      }
  }
}

/** What ACCOUNT_DETAILED adds. What is owed is positive on a liability, as FDX has it. */
export const detailedEntity = (account: Account, today: string) => ({
  ...descriptorEntity(account),
  lineOfBusinessType: account.plan.owner === 'BUSINESS' ? 'SMALL_BUSINESS' : 'CONSUMER',
  balanceAsOf: `${today}T00:00:00.000Z`,
  ...balancesOf(account, today),
})
