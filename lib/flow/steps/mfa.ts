import { openChallenges, openState } from '#lib/connections/attempt-secrets.ts'
import { moveAttempt } from '#lib/connections/attempt-store.ts'
import { workingLifeMs } from '#lib/connections/start-attempt.ts'
import type { Challenge, ChallengeAnswer } from '#lib/connectors/contract.ts'
import { later } from '#lib/kit/clock.ts'
import { askBank } from '../ask-bank.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import { problemOf } from '../login-problem.ts'
import type { OpenVisit } from '../open-visit.ts'
import { seenOf } from '../seen.ts'
import { refuse, type StepForm, type StepModule, stepDone } from '../step-module.ts'
import type { FieldError } from '../view.ts'

const answerTo = (form: StepForm, challenge: Challenge): ChallengeAnswer => ({
  id: challenge.id,
  values: form
    .all(`answer.${challenge.id}`)
    .map((value) => value.trim())
    .filter((value) => value !== ''),
})

/** Typed text is free; a choice must be one that was offered, and exactly one but where several may be. */
const errorOf = (challenge: Challenge, { values }: ChallengeAnswer): FieldError | null => {
  const field = `answer.${challenge.id}`
  if (challenge.kind === 'approve_in_app') return null
  if (values.length === 0)
    return { field, code: challenge.kind === 'question' ? 'answer_missing' : 'answer_choice' }
  if (challenge.kind === 'question') return null
  const offered = challenge.options.map((option) => option.value)
  const isSingle = challenge.kind !== 'several_choices'
  return (isSingle && values.length > 1) || values.some((value) => !offered.includes(value))
    ? { field, code: 'answer_choice' }
    : null
}

/** Takes the round for this request alone: a second click finds it taken and asks the bank nothing. */
const takeRound = (open: OpenVisit & { attempt: NonNullable<OpenVisit['attempt']> }): Promise<boolean> => {
  const { id, round } = open.attempt
  const change = { deadlineAt: later(open.now, workingLifeMs), fault: null, triesLeft: null }
  return moveAttempt(open.db, { id, to: 'working', from: ['challenged'], round }, change)
}

/** One round of the bank's own questions; as many rounds as the bank asks. */
export const mfaStep: StepModule<'mfa'> = {
  view: async (open) => ({
    step: 'mfa',
    institution: await chosenInstitutionRow(open),
    round: open.attempt?.round ?? 0,
    challenges: open.attempt ? await openChallenges(open.db, open.attempt) : [],
    problem: problemOf(open),
  }),
  submit: async (open, form) => {
    const { db, attempt } = open
    if (!attempt || form.get('seen') !== seenOf(open)) return stepDone
    const challenges = await openChallenges(db, attempt)
    const answers = challenges.map((challenge) => answerTo(form, challenge))
    const errors = challenges.flatMap(
      (challenge, index) => errorOf(challenge, answers[index] as ChallengeAnswer) ?? [],
    )
    if (errors.length > 0) return refuse(errors)
    const state = await openState(db, attempt)
    if (!state || !(await takeRound({ ...open, attempt }))) return stepDone
    await askBank(db, attempt, (login, ctx) => login.answer(ctx, state, answers))
    return stepDone
  },
}
