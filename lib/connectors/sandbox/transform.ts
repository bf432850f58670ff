import type {
  AccountKind,
  BankAccount,
  BankTransaction,
  Challenge,
  Holder,
  LoginProgress,
} from '../contract.ts'
import type { Fault } from '../faults.ts'
import type { AccountAnswer, LoginAnswer, TransactionAnswer } from './bank-answers.ts'

const kinds: Readonly<Record<string, AccountKind>> = {
  CHEQUING: 'chequing',
  SAVINGS: 'savings',
  CREDIT_CARD: 'credit_card',
  LINE_OF_CREDIT: 'line_of_credit',
  LOAN: 'loan',
  MORTGAGE: 'mortgage',
  INVESTMENT: 'investment',
}

const obstacles: Readonly<Record<string, BankAccount['unavailable']>> = {
  OPEN: null,
  CLOSED: 'closed',
  RESTRICTED: 'restricted',
}

const found = <T>(table: Readonly<Record<string, T>>, key: string, otherwise: T): T =>
  Object.hasOwn(table, key) ? (table[key] as T) : otherwise

const toHolder = ({ name, address, email, phone }: AccountAnswer['holders'][number]): Holder => ({
  name,
  address: address && {
    line1: address.street,
    city: address.city,
    region: address.province,
    postalCode: address.postalCode,
    country: address.country,
  },
  email,
  phone,
})

/** A product we have no word for is `other`; a status we do not know keeps the account from being shared. */
export const toAccount = (account: AccountAnswer): BankAccount => ({
  key: account.id,
  title: account.name,
  nickname: account.nickname,
  kind: found<AccountKind>(kinds, account.type, 'other'),
  ownership: account.owner === 'BUSINESS' ? 'business' : 'personal',
  currency: account.currency,
  institutionNumber: account.numbers.institution,
  transitNumber: account.numbers.transit,
  accountNumber: account.numbers.account,
  balance: account.balance,
  overdraftLimit: account.overdraft,
  holders: account.holders.map(toHolder),
  unavailable: found<BankAccount['unavailable']>(obstacles, account.status, 'not_shareable'),
})

/** The bank writes a direction beside a bare amount; we write a sign, and none before zero. */
export const toTransaction = (transaction: TransactionAnswer): BankTransaction => {
  const { id, postedOn, description, direction, amount, balance } = transaction
  const isNegative = direction === 'OUT' && /[1-9]/.test(amount)
  return { key: id, date: postedOn, description, amount: isNegative ? `-${amount}` : amount, balance }
}

type ChallengedAnswer = Extract<LoginAnswer, { status: 'challenged' }>

const toChallenge = (challenge: ChallengedAnswer['challenges'][number]): Challenge => ({
  id: challenge.id,
  kind: challenge.kind,
  prompt: challenge.prompt,
  language: challenge.language,
  options: challenge.options.map(({ value, label, image }) => ({
    value,
    label,
    ...(image ? { image } : {}),
  })),
  isOneTimeCode: challenge.oneTimeCode,
  ...(challenge.canResend ? { canResend: true as const } : {}),
  ...(challenge.approveAt ? { link: challenge.approveAt } : {}),
})

/** `fault` is what was wrong with the former answer, when the same questions are asked again. */
export const toChallenged = (login: ChallengedAnswer, fault?: Fault): LoginProgress => ({
  kind: 'challenged',
  state: login.session,
  challenges: login.challenges.map(toChallenge),
  expiresAt: new Date(login.expiresAt),
  ...(fault ? { fault } : {}),
})

export const toProgress = (login: LoginAnswer): LoginProgress => {
  if (login.status === 'linked') return { kind: 'linked', grant: login.token }
  if (login.status === 'challenged') return toChallenged(login)
  const { session: state, pollAfterMs, dispatched } = login
  return { kind: 'working', state, pollAfterMs, ...(dispatched ? { isDispatched: true as const } : {}) }
}
