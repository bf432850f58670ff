import type { Worded } from '../language.ts'
import type { FlowsName } from './flows.ts'

/** The bank's own words for its products and for what keeps an account from being shared. */
export type ProductType =
  | 'CHEQUING'
  | 'SAVINGS'
  | 'CREDIT_CARD'
  | 'LINE_OF_CREDIT'
  | 'LOAN'
  | 'MORTGAGE'
  | 'INVESTMENT'
  | 'SAFE_CUSTODY'
export type AccountStatus = 'OPEN' | 'CLOSED' | 'RESTRICTED' | 'NOT_SHAREABLE'

/**
 * An account before anything has happened in it. Each month opens at `opensAtCents`, plus `growsByCents` for each
 * month of a cycle of `cycleMonths`; what a month's flows leave over is settled on its last day.
 */
export type AccountPlan = {
  readonly type: ProductType
  readonly name: Worded
  /** What the customer calls it. */
  readonly nickname?: Worded
  readonly currency: 'CAD' | 'USD'
  readonly owner: 'PERSONAL' | 'BUSINESS'
  readonly status: AccountStatus
  readonly flows: FlowsName
  readonly settles: { readonly in: Worded; readonly out: Worded }
  readonly opensAtCents: number
  readonly growsByCents: number
  readonly cycleMonths: number
  readonly limitCents: number | null
  readonly overdraftCents: number | null
}

const sweep = {
  in: { en: 'Transfer from savings', fr: 'Virement depuis l’épargne' },
  out: { en: 'Transfer to savings', fr: 'Virement vers l’épargne' },
}
const repay = {
  in: { en: 'Payment - thank you', fr: 'Paiement - merci' },
  out: { en: 'Funds advanced', fr: 'Avance de fonds' },
}

const chequing: AccountPlan = {
  type: 'CHEQUING',
  name: { en: 'Chequing Account', fr: 'Compte chèques' },
  currency: 'CAD',
  owner: 'PERSONAL',
  status: 'OPEN',
  flows: 'household',
  settles: sweep,
  opensAtCents: 241_218,
  growsByCents: 0,
  cycleMonths: 1,
  limitCents: null,
  overdraftCents: 10_050,
}
const savings: AccountPlan = {
  ...chequing,
  type: 'SAVINGS',
  name: { en: 'Savings Account', fr: 'Compte d’épargne' },
  flows: 'interest',
  settles: { in: sweep.out, out: sweep.in },
  opensAtCents: 512_000,
  growsByCents: 21_000,
  cycleMonths: 24,
  overdraftCents: null,
}
const card: AccountPlan = {
  ...chequing,
  type: 'CREDIT_CARD',
  name: { en: 'Maple Credit Card', fr: 'Carte de crédit Érable' },
  flows: 'shopping',
  settles: repay,
  opensAtCents: -18_250,
  limitCents: 500_000,
  overdraftCents: null,
}
const loan: AccountPlan = {
  ...card,
  type: 'LOAN',
  name: { en: 'Personal loan', fr: 'Prêt personnel' },
  flows: 'borrowing',
  opensAtCents: -1_500_000,
  growsByCents: 29_000,
  cycleMonths: 48,
  limitCents: null,
}
const usd = { currency: 'USD', flows: 'shopping' } as const

export const plans = {
  chequing,
  savings,
  card,
  loan,
  secondChequing: {
    ...chequing,
    name: { en: 'Everyday Chequing', fr: 'Compte courant' },
    nickname: { en: 'Rent and bills', fr: 'Loyer et factures' },
    opensAtCents: 96_430,
  },
  fresh: { ...chequing, flows: 'nothing', opensAtCents: 0 },
  overdrawn: { ...chequing, flows: 'nothing', opensAtCents: -32_075, overdraftCents: 100_000 },
  lineOfCredit: {
    ...loan,
    type: 'LINE_OF_CREDIT',
    name: { en: 'Line of Credit', fr: 'Marge de crédit' },
    opensAtCents: -640_000,
    cycleMonths: 18,
    limitCents: 1_000_000,
  },
  mortgage: {
    ...loan,
    type: 'MORTGAGE',
    name: { en: 'Home Mortgage', fr: 'Prêt hypothécaire' },
    opensAtCents: -31_200_000,
    growsByCents: 88_000,
    cycleMonths: 300,
  },
  investment: {
    ...savings,
    type: 'INVESTMENT',
    name: { en: 'Retirement Portfolio', fr: 'Portefeuille de retraite' },
    opensAtCents: 4_120_000,
  },
  usdChequing: { ...chequing, ...usd, name: { en: 'US Dollar Chequing', fr: 'Chèques en dollars US' } },
  usdCard: { ...card, ...usd, name: { en: 'US Dollar Card', fr: 'Carte en dollars US' } },
  shopChequing: {
    ...chequing,
    owner: 'BUSINESS',
    name: { en: 'Business Operating', fr: 'Exploitation d’entreprise' },
    flows: 'trade',
    opensAtCents: 2_860_000,
  },
  shopSavings: {
    ...savings,
    owner: 'BUSINESS',
    name: { en: 'Business Reserve', fr: 'Réserve d’entreprise' },
  },
  shopCard: { ...card, owner: 'BUSINESS', name: { en: 'Business Card', fr: 'Carte d’entreprise' } },
  closed: { ...chequing, status: 'CLOSED', flows: 'nothing', opensAtCents: 0 },
  restricted: {
    ...savings,
    status: 'RESTRICTED',
    name: { en: 'Estate Account', fr: 'Compte de succession' },
  },
  withheld: {
    ...savings,
    status: 'NOT_SHAREABLE',
    type: 'SAFE_CUSTODY',
    name: { en: 'Safe Custody', fr: 'Garde de valeurs' },
  },
} satisfies Record<string, AccountPlan>

export type PlanName = keyof typeof plans
