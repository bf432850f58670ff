import type { Customer } from './customer.ts'
import { holdersOf } from './holders.ts'
import type { Account } from './ledger/account.ts'
import { balanceAtEndOf, type Entry } from './ledger/entries.ts'

/** Cents as a decimal string, `"-12.30"`: the wire never carries a float. */
export const money = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const moneyOrNull = (cents: number | null): string | null => (cents === null ? null : money(cents))

/** What may be spent: with a limit the room under it, else the balance itself; nothing from a debt. */
const availableCents = (balance: number, limit: number | null): number =>
  limit === null ? Math.max(balance, 0) : limit + balance

export const accountJson = (customer: Customer, account: Account, today: string) => {
  const { plan, numbers } = account
  const balance = balanceAtEndOf(account, today)
  const { persona, institution, seed } = customer
  return {
    id: account.id,
    name: account.name,
    nickname: plan.nickname ? plan.nickname[institution.language] : null,
    type: plan.type,
    owner: plan.owner,
    status: plan.status,
    currency: plan.currency,
    numbers,
    balance: {
      available: money(availableCents(balance, plan.limitCents)),
      current: money(balance),
      limit: moneyOrNull(plan.limitCents),
    },
    overdraft: moneyOrNull(plan.overdraftCents),
    holders: holdersOf(persona.holders ?? institution.holders, seed),
  }
}

export const transactionJson = ({ id, day, text, cents, balanceCents }: Entry) => ({
  id,
  postedOn: day,
  description: text,
  direction: cents < 0 ? 'OUT' : 'IN',
  amount: money(Math.abs(cents)),
  balance: money(balanceCents),
})
