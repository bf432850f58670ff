import type { AccountFilter } from '#lib/accounts/offer-accounts.ts'
import type { OpenVisit } from './open-visit.ts'

/** A transfer reaches an account or it does not, so every ratio above nothing asks for the same. */
const isForTransfers = ({ session }: OpenVisit): boolean => {
  if (!session.frame) return false
  const { eftEligibleRatio, showAllAccounts, showAllOperationsAccounts } = session.frame.settings
  if (eftEligibleRatio !== null) return eftEligibleRatio > 0
  return !showAllAccounts && !showAllOperationsAccounts
}

export const filterOf = (open: OpenVisit): AccountFilter => ({
  currencies: open.policy.accountCurrencies,
  kinds: open.policy.accountKinds,
  isForTransfers: isForTransfers(open),
})
