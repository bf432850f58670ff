import { rollDigits } from '../dice.ts'
import type { Account } from '../ledger/account.ts'

const checksumWeights = [3, 7, 1, 3, 7, 1, 3, 7]

/** A routing number of nine digits whose last one checks the others, as the American ones do. */
export const routingNumber = (seed: string): string => {
  const digits = `02${rollDigits(`${seed}/routing`, 6)}`
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (checksumWeights[place] ?? 0),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/**
 * The networks that reach an account. A Canadian bank writes its EFT routing number: zero, institution, transit.
 * A US dollar account is reached from the United States as well.
 */
export const paymentNetworkEntities = ({ numbers, plan, seed }: Account) => {
  if (numbers.transit === null) return []
  const shared = {
    identifier: numbers.account,
    identifierType: 'ACCOUNT_NUMBER',
    transferIn: true,
    transferOut: true,
  }
  const canadian = { ...shared, bankId: `0${numbers.institution}${numbers.transit}`, type: 'CA_ACSS' }
  const american = { ...shared, bankId: routingNumber(seed.replace(/\/account\/.*$/u, '')), type: 'US_ACH' }
  return plan.currency === 'USD' ? [canadian, american] : [canadian]
}
