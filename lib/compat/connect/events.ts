import type { StepView } from '#lib/flow/view.ts'

/** An event of the dialect as it is posted: `step` names it, the rest depends on it. */
export type FrameEvent = { readonly step: string; readonly [name: string]: unknown }

/** One thing that happened in a visit, as the journal of its session has it. */
export type Happening = {
  readonly name: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What the events of one page name: the institution as the dialect calls it, and what was chosen. */
export type EventContext = {
  readonly institution: string | null
  readonly accountIds: readonly string[]
  /** The page around asked for all questions beforehand, and no bank here has such. */
  readonly isEnhanced: boolean
  /** The dialect's code for a fault of a bank. */
  readonly codeOf: (fault: string) => string
}

const named = (step: string, { institution }: EventContext): FrameEvent => ({
  step,
  ...(institution === null ? {} : { institution }),
})

type Tell = (happening: Happening, context: EventContext) => readonly FrameEvent[]

const failure: Tell = ({ detail }, context) => {
  const code = context.codeOf(String(detail.fault))
  return [{ ...named(code, context), flinksCode: code }]
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const chosen: Tell = (_, { accountIds }) =>
  accountIds.map((accountId) => ({ step: 'ACCOUNT_SELECTED', accountId }))

/** What is told of each thing that happens; what is not here is nobody's business but the visit's. */
const tales: Readonly<Record<string, Tell>> = {
  frame_opened: () => [{ step: 'APP_MOUNTED' }],
  resume_refused: ({ detail }, context) =>
    failure({ name: '', detail }, { ...context, institution: wordOf(detail.institution) }),
  consent_given: () => [{ step: 'COMPONENT_ACCEPT_CONSENT' }],
  consent_declined: () => [{ step: 'COMPONENT_DENY_CONSENT' }],
  institution_chosen: (_, context) => [named('INSTITUTION_SELECTED', context)],
  login_submitted: (_, context) => [named('SUBMIT_CREDENTIAL', context)],
  login_failed: failure,
  institution_refused: ({ detail }, context) =>
    failure({ name: '', detail }, { ...context, institution: wordOf(detail.institution) }),
  login_accepted: ({ detail }, { isEnhanced }) => [
    ...(detail.isAtBank ? [{ step: 'COMPONENT_ACCEPT_PROVIDER_CONSENT' }] : []),
    ...(isEnhanced ? [{ step: 'ENHANCED_MFA_NO_QUESTIONS' }] : []),
  ],
  answer_submitted: () => [{ step: 'SUBMIT_MFA' }],
  answer_failed: failure,
  accounts_chosen: chosen,
}

const mfaTypes = {
  question: 'QuestionAndAnswer',
  single_choice: 'MultipleChoice',
  several_choices: 'MultipleChoiceMultipleAnswers',
  image_choice: 'ImageSelection',
  text_or_call: 'TextOrCall',
  approve_in_app: 'WaitUntilEUAccept',
} as const

type Arrivals = {
  readonly [S in StepView['step']]?: (
    view: Extract<StepView, { step: S }>,
    context: EventContext,
  ) => readonly FrameEvent[]
}

/** What is told when a page of the journey is shown. */
const arrivals: Arrivals = {
  consent: () => [{ step: 'COMPONENT_LOAD_CONSENT' }],
  institution: () => [{ step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR', cached: false }],
  login: ({ problem }, context) => [
    named(problem ? 'COMPONENT_LOAD_CREDENTIAL_RETRY' : 'COMPONENT_LOAD_CREDENTIAL', context),
  ],
  mfa: ({ problem, challenges }) => [
    problem
      ? { step: 'COMPONENT_LOAD_MFA_RETRY' }
      : { step: 'COMPONENT_LOAD_MFA', mfaTypes: challenges.map(({ kind }) => mfaTypes[kind]) },
  ],
  // Where nothing can be chosen, the page only shows what will be shared.
  accounts: ({ accounts, rule }) =>
    rule === 'all'
      ? []
      : [
          {
            step: 'COMPONENT_LOAD_ACCOUNT_SELECTION',
            totalAccounts: accounts.length,
            displayedAccounts: accounts.filter(({ unavailable }) => unavailable === null).length,
          },
        ],
}

/**
 * The events of one page, in their order: what happened since the page before, first of all that the frame is up, then
 * that this page is here.
 */
export const eventsOf = (
  happenings: readonly Happening[],
  view: StepView,
  context: EventContext,
): readonly FrameEvent[] => {
  const arrive = arrivals[view.step] as ((view: StepView, context: EventContext) => FrameEvent[]) | undefined
  return [
    ...happenings.flatMap((happening) => tales[happening.name]?.(happening, context) ?? []),
    ...(arrive?.(view, context) ?? []),
  ]
}

export type Ending = {
  readonly loginId: string
  readonly requestId: string
  readonly institution: string
  readonly accountId: string
  readonly url: string
}

/** The last event, with everything that any page written for the dialect reads from it. */
export const redirectEvent = (ending: Ending): FrameEvent => ({ step: 'REDIRECT', ...ending })

/** Ours, and not the dialect's: a visit that comes back without a connection says so, and why. */
export const endedEvent = (outcome: string): FrameEvent => ({ step: 'PORTICO_ENDED', outcome })

/** Ours as well: a frame that has no visit says what is in its way, by the name that the manual has for it. */
export const troubleEvent = (trouble: string): FrameEvent => ({ step: 'PORTICO_TROUBLE', trouble })
