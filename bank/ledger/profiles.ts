import type { PlanName } from './plans.ts'

const oneOfEach: readonly PlanName[] = ['chequing', 'savings', 'card', 'loan', 'lineOfCredit']

/** Which accounts a persona holds; an account's place in the list is part of its id, so only append. */
export const profiles = {
  everyday: ['chequing', 'savings', 'card'],
  greatday: ['chequing', 'savings', 'card', 'loan'],
  single: ['chequing'],
  none: [],
  forty: Array.from({ length: 8 }, () => oneOfEach).flat(),
  credit: ['card', 'loan', 'lineOfCredit', 'mortgage'],
  business: ['shopChequing', 'shopSavings', 'shopCard'],
  currencies: ['chequing', 'usdChequing', 'usdCard'],
  withheld: ['chequing', 'closed', 'restricted', 'withheld', 'secondChequing'],
  fresh: ['fresh'],
  overdrawn: ['overdrawn', 'investment'],
} satisfies Record<string, readonly PlanName[]>

export type ProfileName = keyof typeof profiles
