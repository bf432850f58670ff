import { type HolderMatch, type MatchField, matchFields } from './match-holder.ts'

export const matchOutcomes = ['match', 'partial', 'mismatch', 'no_data'] as const
export type MatchOutcome = (typeof matchOutcomes)[number]

export type MatchDecision = 'go_on' | 'flag' | 'stop'

/** The tenant's thresholds, and what follows from each outcome but agreement. */
export type MatchRules = {
  readonly match: number
  readonly partial: number
  readonly onPartial: MatchDecision
  readonly onMismatch: MatchDecision
  readonly onNoData: MatchDecision
}

type Thresholds = Pick<MatchRules, 'match' | 'partial'>

const gradeOf = (score: number, { match, partial }: Thresholds): 'match' | 'partial' | 'mismatch' => {
  if (score >= match) return 'match'
  return score >= partial ? 'partial' : 'mismatch'
}

const contacts: readonly MatchField[] = matchFields.filter((field) => field !== 'fullName')

/**
 * One word for a match. The name decides where there is one: mail, phone and address change often and are shared in a
 * household, so they never make a stranger's name agree, and only two of them that both disagree lower a name that
 * does. Without a name the best of them decides.
 */
export const outcomeOf = ({ scores }: HolderMatch, thresholds: Thresholds): MatchOutcome => {
  const known = contacts.map((field) => scores[field] ?? null).filter((score) => score !== null)
  const grades = known.map((score) => gradeOf(score, thresholds))
  const name = scores.fullName ?? null
  if (name === null) {
    if (known.length === 0) return 'no_data'
    return gradeOf(Math.max(...known), thresholds)
  }
  const grade = gradeOf(name, thresholds)
  const isContradicted = grades.length >= 2 && grades.every((one) => one === 'mismatch')
  return grade === 'match' && isContradicted ? 'partial' : grade
}

/** What the tenant wants done about it; agreement always goes on. */
export const decisionOn = (outcome: MatchOutcome, rules: MatchRules): MatchDecision => {
  const decisions = {
    match: 'go_on',
    partial: rules.onPartial,
    mismatch: rules.onMismatch,
    no_data: rules.onNoData,
  } as const
  return decisions[outcome]
}
