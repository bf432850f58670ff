import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import type { ClaimDetails } from './identity.ts'
import {
  decisionOn,
  type MatchDecision,
  type MatchOutcome,
  type MatchRules,
  outcomeOf,
} from './matching/judge-match.ts'
import { type ComparableHolder, type MatchScores, matchFields, matchHolder } from './matching/match-holder.ts'

/** What came of comparing; the only thing of a bank's holder that outlives the comparison. */
export type JudgedHolder = {
  readonly outcome: MatchOutcome
  readonly decision: MatchDecision
  readonly scores: MatchScores
}

/** A comparison that was stored. `reference` is what the person quotes to the business. */
export type HolderCheck = {
  readonly id: string
  readonly claimId: string
  readonly outcome: MatchOutcome
  readonly decision: MatchDecision
  readonly reference: string
  readonly checkedAt: Date
  readonly askedAt: Date | null
}

/** True where the tenant asks for anything that a bank could confirm: birthdays and customer numbers it does not tell. */
export const asksHolder = ({ identityFields }: Pick<FlowPolicy, 'identityFields'>): boolean =>
  identityFields.some(({ name }) => matchFields.some((field) => field === name))

/** Somebody who left all that is optional empty has said nothing that could disagree, and goes on. */
export const judgeHolder = (
  details: ClaimDetails,
  holders: readonly ComparableHolder[],
  rules: MatchRules,
): JudgedHolder => {
  const match = matchHolder(details, holders)
  const outcome = outcomeOf(match, rules)
  const isSilent = matchFields.every((field) => details[field] === undefined)
  return { outcome, decision: isSilent ? 'go_on' : decisionOn(outcome, rules), scores: match.scores }
}
