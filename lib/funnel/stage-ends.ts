import type { StepId } from '#lib/journey/step-ids.ts'

/** What says that a step is behind the person: that something happened, or that the page of another step was shown. */
export type StageEnd = { readonly step: StepId; readonly event: string; readonly shown: StepId | null }

const happened = (step: StepId, event: string): StageEnd => ({ step, event, shown: null })
const shown = (step: StepId, ...next: StepId[]): StageEnd[] =>
  next.map((other) => ({ step, event: 'step_shown', shown: other }))

/** A sign-in is behind the person once the bank asks a question or lets them in; before, they may still be stuck there. */
export const stageEnds: readonly StageEnd[] = [
  happened('identity', 'identity_given'),
  happened('verify', 'identity_verified'),
  happened('consent', 'consent_given'),
  happened('institution', 'institution_chosen'),
  happened('login', 'login_accepted'),
  ...shown('login', 'mfa'),
  happened('mfa', 'login_accepted'),
  ...shown('connecting', 'mfa', 'review', 'accounts', 'done'),
  ...shown('review', 'accounts', 'done'),
  happened('accounts', 'accounts_chosen'),
]
