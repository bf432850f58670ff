import type { Account } from '#lib/accounts/account.ts'
import type { WrittenTransaction } from '#lib/accounts/stored-month.ts'

type KindShape = { readonly Category: string; readonly Type: string; readonly takesTransfers: boolean }

const kinds: Readonly<Record<string, KindShape>> = {
  chequing: { Category: 'Operations', Type: 'Chequing', takesTransfers: true },
  savings: { Category: 'Operations', Type: 'Savings', takesTransfers: true },
  credit_card: { Category: 'Credits', Type: 'CreditCard', takesTransfers: false },
  line_of_credit: { Category: 'Credits', Type: 'LineOfCredit', takesTransfers: false },
  loan: { Category: 'Credits', Type: 'LoanPersonal', takesTransfers: false },
  mortgage: { Category: 'Credits', Type: 'Mortgage', takesTransfers: false },
  investment: { Category: 'Products', Type: 'Investment', takesTransfers: false },
}
const unknownKind: KindShape = { Category: 'Other', Type: 'Other', takesTransfers: false }

/** Every category with its types, as `Categories` lists them. */
export const accountCategories = [
  ...Map.groupBy([...Object.values(kinds), unknownKind], (kind) => kind.Category),
].map(([Category, of]) => ({ Category, Types: of.map(({ Type }) => Type) }))

/** The dialect writes amounts as JSON numbers; up to fifteen digits, the most a bank gives, they are exact. */
const amount = (text: string | null): number | null => (text === null ? null : Number(text))

/** What of an account is asked for, beside its title and kind. */
export type AccountParts = {
  readonly identity: boolean
  readonly kyc: boolean
  readonly balance: boolean
}

const noContact = { Address: null, Email: null, PhoneNumber: null }

/** A holder with all that the bank says of them. */
export const toContact = ({ name, address, email, phone }: Account['details']['holders'][number]) => ({
  Name: name,
  Address: address && {
    CivicAddress: address.line1,
    City: address.city,
    Province: address.region,
    PostalCode: address.postalCode,
    POBox: null,
    Country: address.country,
  },
  Email: email,
  PhoneNumber: phone,
})

const toHolder = ({ details }: Account, { kyc }: AccountParts) => {
  const [holder] = details.holders
  if (!holder) return { Name: null, ...noContact }
  return kyc ? toContact(holder) : { Name: holder.name, ...noContact }
}

/** An account without its history. Debts are below zero, as the bank has them: one sign rule for every kind. */
export const toAccount = (account: Account, parts: AccountParts) => {
  const { details } = account
  const kind = kinds[account.kind] ?? unknownKind
  const { balance } = details
  return {
    TransitNumber: parts.identity ? details.transitNumber : null,
    InstitutionNumber: parts.identity ? details.institutionNumber : null,
    OverdraftLimit: parts.balance ? amount(details.overdraftLimit) : null,
    Title: details.title,
    AccountNumber: parts.identity ? details.accountNumber : null,
    LastFourDigits: details.lastDigits === '' ? null : details.lastDigits,
    Balance: {
      Available: parts.balance ? amount(balance.available) : null,
      Current: parts.balance ? amount(balance.current) : null,
      Limit: parts.balance ? amount(balance.limit) : null,
    },
    Category: kind.Category,
    Type: kind.Type,
    Currency: account.currency,
    Holder: toHolder(account, parts),
    AccountType: details.ownership === 'business' ? 'Business' : 'Personal',
    Id: account.id,
  }
}

/**
 * How surely transfers reach the account: by its numbers where all three are known, and as an Interac e-Transfer into
 * a Canadian account that takes deposits. We know it or we do not, so each is 1 or 0.
 */
export const toRatios = ({ kind, currency, details }: Account) => {
  const takesTransfers = kinds[kind]?.takesTransfers ?? false
  const numbers = [details.institutionNumber, details.transitNumber, details.accountNumber]
  return {
    EftEligibleRatio: takesTransfers && numbers.every(Boolean) ? 1 : 0,
    ETransferEligibleRatio: takesTransfers && currency === 'CAD' ? 1 : 0,
  }
}

/** An amount above zero as JSON: its own digits, which most often are those of the number. */
const amountJson = (text: string): string =>
  /^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text) ? text : JSON.stringify(Number(text))

/** Never both: what went out is a debit, what came in a credit, each above zero. */
export const transactionJson = ({
  id,
  date,
  descriptionJson,
  amount,
  balance,
}: WrittenTransaction): string => {
  const isOut = amount.startsWith('-')
  const told = amountJson(isOut ? amount.slice(1) : amount)
  const sides = isOut ? `"Debit":${told},"Credit":null` : `"Debit":null,"Credit":${told}`
  const left = balance === null ? 'null' : amountJson(balance)
  return `{"Date":"${date}","Code":null,"Description":${descriptionJson},${sides},"Balance":${left},"Id":"${id}"}`
}
