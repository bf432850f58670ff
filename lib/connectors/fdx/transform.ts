import type { AccountKind, BankAccount, BankStatement, BankTransaction, Holder } from '../contract.ts'
import type {
  AccountAnswer,
  ContactAnswer,
  HolderAnswer,
  NetworkAnswer,
  StatementAnswer,
  TransactionAnswer,
} from './fdx-answers.ts'

const kindsByType: Readonly<Record<string, AccountKind>> = {
  CHECKING: 'chequing',
  SAVINGS: 'savings',
  MONEYMARKET: 'savings',
  CD: 'savings',
  CREDITCARD: 'credit_card',
  CHARGE: 'credit_card',
  LINEOFCREDIT: 'line_of_credit',
  HOMELINEOFCREDIT: 'line_of_credit',
  MORTGAGE: 'mortgage',
}

const kindsByCategory: Readonly<Record<string, AccountKind>> = {
  LOAN_ACCOUNT: 'loan',
  LOC_ACCOUNT: 'line_of_credit',
  INVESTMENT_ACCOUNT: 'investment',
  ANNUITY_ACCOUNT: 'investment',
}

const obstacles: Readonly<Record<string, BankAccount['unavailable']>> = {
  OPEN: null,
  PENDINGCLOSE: null,
  PAID: null,
  DELINQUENT: null,
  NEGATIVECURRENTBALANCE: null,
  CLOSED: 'closed',
  RESTRICTED: 'restricted',
}

const found = <T>(table: Readonly<Record<string, T>>, key: string | null, otherwise: T): T =>
  key !== null && Object.hasOwn(table, key) ? (table[key] as T) : otherwise

const kindOf = ({ accountType, accountCategory }: AccountAnswer): AccountKind =>
  found(kindsByType, accountType, found<AccountKind>(kindsByCategory, accountCategory, 'other'))

const negated = (amount: string | null): string | null => {
  if (amount === null || !/[1-9]/.test(amount)) return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

const isDebt = ({ balanceType, accountCategory }: AccountAnswer): boolean =>
  balanceType === null
    ? accountCategory === 'LOC_ACCOUNT' || accountCategory === 'LOAN_ACCOUNT'
    : balanceType === 'LIABILITY'

/** FDX writes what is owed as a positive number; with us a debt is below zero. */
const balanceOf = (account: AccountAnswer): BankAccount['balance'] => {
  const { currentBalance, principalBalance, currentValue, availableBalance, availableCredit, creditLine } =
    account
  const current = currentBalance ?? principalBalance ?? currentValue
  return {
    current: isDebt(account) ? negated(current) : current,
    available: availableBalance ?? availableCredit,
    limit: creditLine,
  }
}

const phoneOf = (phones: HolderAnswer['telephones']): string | null => {
  const first = phones?.find(({ number }) => number !== null)
  if (!first?.number) return null
  return first.country && /^\d{1,3}$/.test(first.country) ? `+${first.country} ${first.number}` : first.number
}

const addressOf = (addresses: HolderAnswer['addresses']): Holder['address'] => {
  const first = addresses?.find(({ line1 }) => line1 !== null)
  if (!first) return null
  const { line1, line2, city, region, state, postalCode, country } = first
  return {
    line1: [line1, line2].filter(Boolean).join(', '),
    city: city ?? '',
    region: region ?? state ?? '',
    postalCode: postalCode ?? '',
    country: country ?? '',
  }
}

const nameOf = ({ name, businessCustomer }: HolderAnswer): string => {
  if (typeof name === 'string') return name.trim()
  const { first, middle, last, suffix, company } = name ?? {}
  return businessCustomer?.name ?? company ?? [first, middle, last, suffix].filter(Boolean).join(' ')
}

const toHolder = (holder: HolderAnswer): Holder => ({
  name: nameOf(holder),
  address: addressOf(holder.addresses),
  email: (holder.emails ?? holder.email)?.[0] ?? null,
  phone: phoneOf(holder.telephones),
})

/** Older versions write the ways to reach the holder beside the list: they are those of the first. */
export const toHolders = (contact: ContactAnswer | null): readonly Holder[] => {
  const { holders, emails, email, addresses, telephones } = contact ?? {}
  const [first, ...others] = holders ?? []
  if (!first) return []
  const whole = {
    ...first,
    emails: first.emails ?? first.email ?? emails ?? email,
    addresses: first.addresses ?? addresses,
    telephones: first.telephones ?? telephones,
  }
  return [whole, ...others].map(toHolder).filter(({ name }) => name !== '')
}

type Numbers = Pick<BankAccount, 'institutionNumber' | 'transitNumber' | 'accountNumber'>
const noNumbers: Numbers = { institutionNumber: null, transitNumber: null, accountNumber: null }

/** `0YYYXXXXX` is the electronic form of a Canadian bank's number, `XXXXX-YYY` the one that stands on cheques. */
const bankNumbersOf = (bankId: string): Omit<Numbers, 'accountNumber'> => {
  const electronic = /^0(\d{3})(\d{5})$/.exec(bankId)
  if (electronic) return { institutionNumber: electronic[1] ?? null, transitNumber: electronic[2] ?? null }
  const printed = /^(\d{5})-?(\d{3})$/.exec(bankId)
  if (printed) return { institutionNumber: printed[2] ?? null, transitNumber: printed[1] ?? null }
  return { institutionNumber: null, transitNumber: bankId }
}

/** The Canadian network's numbers, else those of a network in the United States, whose routing number is the transit. */
export const toNumbers = (networks: readonly NetworkAnswer[]): Numbers => {
  const usable = networks.filter(({ bankId, identifier }) => bankId !== null && identifier !== null)
  const network = usable.find(({ type }) => type?.startsWith('CA_')) ?? usable[0]
  if (!network) return noNumbers
  const isCanadian = network.type?.startsWith('CA_') !== false
  const bankId = network.bankId ?? ''
  const bank = isCanadian ? bankNumbersOf(bankId) : { institutionNumber: null, transitNumber: bankId }
  return { ...bank, accountNumber: network.identifier }
}

/** What the bank told of one account, each in an answer of its own. */
export type AccountParts = {
  readonly account: AccountAnswer
  readonly contact: ContactAnswer | null
  readonly networks: readonly NetworkAnswer[]
}

const isBusiness = ({ account, contact }: AccountParts): boolean =>
  account.lineOfBusinessType?.includes('BUSINESS') === true ||
  contact?.holders?.some(({ type }) => type === 'BUSINESS') === true

/** A product we have no word for is `other`; a status we do not know keeps the account from being shared. */
export const toAccount = (parts: AccountParts): BankAccount => {
  const { account, contact, networks } = parts
  const { productName, nickname, accountType, accountNumberDisplay } = account
  return {
    key: account.accountId,
    title: productName ?? nickname ?? accountType ?? accountNumberDisplay ?? account.accountId,
    nickname,
    kind: kindOf(account),
    ownership: isBusiness(parts) ? 'business' : 'personal',
    currency: account.currency,
    ...toNumbers(networks),
    balance: balanceOf(account),
    overdraftLimit: null,
    holders: toHolders(contact),
    unavailable: account.status === null ? null : found(obstacles, account.status, 'not_shareable'),
  }
}

const isSettled = ({ status, postedTimestamp }: TransactionAnswer): boolean =>
  status === 'POSTED' || (status === null && postedTimestamp != null)

/** Amounts have no sign at most banks: the memo says which way the money went. What is not posted yet may still change. */
export const toTransaction = (answer: TransactionAnswer): BankTransaction | null => {
  const { transactionId, postedTimestamp, transactionTimestamp, description, memo, amount } = answer
  const date = postedTimestamp ?? transactionTimestamp
  if (!isSettled(answer) || !date) return null
  const size = amount.replace(/^-/, '')
  const isOut = answer.debitCreditMemo === null ? amount.startsWith('-') : answer.debitCreditMemo === 'DEBIT'
  return {
    key: transactionId,
    date,
    description: description ?? memo ?? '',
    amount: isOut ? (negated(size) ?? size) : size,
    balance: answer.runningBalance,
  }
}

/** Newest first; a statement without a date could not be found again. */
export const toStatements = (statements: readonly StatementAnswer[]): readonly BankStatement[] =>
  statements
    .flatMap(({ statementId, statementDate }) =>
      statementDate ? [{ key: statementId, month: statementDate.slice(0, 7), fileType: 'PDF' as const }] : [],
    )
    .sort((one, other) => other.month.localeCompare(one.month))
