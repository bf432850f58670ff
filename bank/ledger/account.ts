import type { Customer } from '../customer.ts'
import { idFrom, rollDigits } from '../dice.ts'
import { type AccountPlan, plans } from './plans.ts'
import { profiles } from './profiles.ts'

/** An account of one customer: a plan, and a seed from which all its numbers grow. */
export type Account = {
  readonly id: string
  readonly seed: string
  readonly plan: AccountPlan
  /** Title in the institution's language; numbered where the customer has several alike. */
  readonly name: string
  readonly language: 'en' | 'fr'
  readonly numbers: {
    readonly institution: string
    readonly transit: string | null
    readonly account: string
  }
}

// Cards and loans have a number of their own but no transit: nothing can be paid into them by transit.
const transitTypes: ReadonlySet<string> = new Set(['CHEQUING', 'SAVINGS'])

export const accountsOf = ({ institution, persona, seed }: Customer): readonly Account[] => {
  const names = profiles[persona.accounts ?? 'everyday']
  const { language, institutionNumber } = institution
  return names.map((planName, place) => {
    const plan: AccountPlan = plans[planName]
    const accountSeed = `${seed}/account/${place}`
    const alike = names.slice(0, place).filter((earlier) => earlier === planName).length
    const transit = transitTypes.has(plan.type) ? rollDigits(`${seed}/transit`, 5) : null
    return {
      id: idFrom(accountSeed),
      seed: accountSeed,
      plan,
      name: alike === 0 ? plan.name[language] : `${plan.name[language]} ${alike + 1}`,
      language,
      numbers: { institution: institutionNumber, transit, account: rollDigits(`${accountSeed}/number`, 7) },
    }
  })
}
