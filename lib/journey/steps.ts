import type { FactName } from './facts.ts'
import type { StepId } from './step-ids.ts'
import type { AttemptStanding, Visit } from './visit.ts'

/**
 * One row a step. `isReopenable`: the person may come back to change it. `forgets`: the facts that a change of this
 * step makes untrue. `place`: the step whose number it shares on the page, for steps that come and go.
 */
export type Step = {
  readonly isNeeded: (visit: Visit) => boolean
  readonly isDone: (visit: Visit) => boolean
  readonly isReopenable: boolean
  readonly forgets: readonly FactName[]
  readonly place: StepId
}

const isLive = (attempt: AttemptStanding | null): attempt is AttemptStanding =>
  attempt !== null && !['failed', 'degraded', 'abandoned', 'revoked'].includes(attempt.status)

/** Where the bank is chosen first the request fits it: one that was chosen since asks anew (UK1). */
const isOfThisBank = ({ consent, institution }: Visit['facts']): boolean =>
  consent !== undefined && (institution === undefined || institution.at <= consent.at)

const isWaiting = (attempt: AttemptStanding): boolean =>
  ['created', 'redirected', 'working'].includes(attempt.status) ||
  (attempt.status === 'linked' && !attempt.hasAccounts)

export const steps: Readonly<Record<StepId, Step>> = {
  identity: {
    isNeeded: (visit) => visit.asksIdentity,
    isDone: ({ facts }) => facts.identity !== undefined,
    isReopenable: true,
    forgets: ['verified'],
    place: 'identity',
  },
  verify: {
    isNeeded: (visit) => visit.asksIdentity && visit.asksProof,
    isDone: ({ facts }) => facts.verified !== undefined && facts.verified.claimId === facts.identity?.claimId,
    isReopenable: false,
    forgets: [],
    place: 'identity',
  },
  consent: {
    isNeeded: ({ isConsentAttested = false }) => !isConsentAttested,
    isDone: ({ facts, preset }) =>
      facts.consent?.decision === 'given' && (preset !== 'bank_first' || isOfThisBank(facts)),
    isReopenable: true,
    forgets: ['attempt', 'accounts'],
    place: 'consent',
  },
  institution: {
    isNeeded: ({ isBankFixed = false }) => !isBankFixed,
    isDone: ({ facts }) => facts.institution !== undefined,
    isReopenable: true,
    forgets: ['attempt', 'accounts'],
    place: 'institution',
  },
  login: {
    isNeeded: ({ facts }) => facts.institution?.byFiles !== true,
    isDone: ({ attempt }) => isLive(attempt),
    isReopenable: true,
    forgets: ['accounts'],
    place: 'login',
  },
  files: {
    isNeeded: ({ facts }) => facts.institution?.byFiles === true,
    isDone: ({ attempt }) => isLive(attempt),
    isReopenable: true,
    forgets: ['accounts'],
    place: 'files',
  },
  mfa: {
    isNeeded: ({ attempt }) => attempt?.status === 'challenged',
    isDone: ({ attempt }) => attempt?.status !== 'challenged',
    isReopenable: false,
    forgets: [],
    place: 'login',
  },
  connecting: {
    isNeeded: ({ attempt }) => isLive(attempt) && isWaiting(attempt),
    isDone: ({ attempt }) => isLive(attempt) && !isWaiting(attempt),
    isReopenable: false,
    forgets: [],
    place: 'login',
  },
  review: {
    isNeeded: ({ attempt, needsReview }) => isLive(attempt) && needsReview,
    isDone: ({ needsReview }) => !needsReview,
    isReopenable: false,
    forgets: [],
    place: 'accounts',
  },
  accounts: {
    isNeeded: (visit) => visit.asksAccounts,
    isDone: ({ facts }) => facts.accounts !== undefined,
    isReopenable: true,
    forgets: [],
    place: 'accounts',
  },
  done: {
    isNeeded: () => true,
    isDone: () => false,
    isReopenable: false,
    forgets: [],
    place: 'done',
  },
}
