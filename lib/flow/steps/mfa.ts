import { openChallenges, openState } from '#lib/connections/attempt-secrets.ts'
import type { Challenge, ChallengeAnswer } from '#lib/connectors/contract.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { askBank } from '../ask-bank.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import { problemOf } from '../login-problem.ts'
import { resendCode } from '../resend-code.ts'
import { secondsUntil } from '../seconds-until.ts'
import { seenOf } from '../seen.ts'
import { refuse, type StepForm, type StepModule, stepDone } from '../step-module.ts'
import { answering, takeRound } from '../take-round.ts'
import type { FieldError } from '../view.ts'

const longest = 200

const answerTo = (form: StepForm, challenge: Challenge): ChallengeAnswer => ({
  id: challenge.id,
  values: form
    .all(`answer.${challenge.id}`)
    .map((value) => value.trim())
    .filter((value) => value !== ''),
})

const choiceError = ({ kind, options }: Challenge, values: readonly string[]): string | null => {
  const offered = options.map((option) => option.value)
  const isOneTooMany = kind !== 'several_choices' && values.length > 1
  const isRight = values.length > 0 && !isOneTooMany && values.every((value) => offered.includes(value))
  return isRight ? null : 'answer_choice'
}

/** Typed text is free; a choice must be one that was offered, and exactly one but where several may be. */
const errorOf = (challenge: Challenge, { values }: ChallengeAnswer): FieldError | null => {
  const field = `answer.${challenge.id}`
  if (challenge.kind === 'approve_in_app') return null
  if (challenge.kind !== 'question') {
    const code = choiceError(challenge, values)
    return code ? { field, code } : null
  }
  if (values.length === 0) return { field, code: 'answer_missing' }
  const isLong = values.some((value) => value.length > longest)
  return isLong ? { field, code: 'answer_too_long', values: { max: longest } } : null
}

/** One round of the bank's own questions; as many rounds as the bank asks. */
export const mfaStep: StepModule<'mfa'> = {
  view: async (open) => ({
    step: 'mfa',
    institution: await chosenInstitutionRow(open),
    asks: open.attempt?.asks ?? 0,
    challenges: open.attempt ? await openChallenges(open.db, open.attempt) : [],
    secondsLeft: open.attempt?.deadlineAt ? secondsUntil(open.attempt.deadlineAt, open.now) : null,
    problem: problemOf(open),
  }),
  submit: async (open, form) => {
    const { db, attempt, session, now } = open
    if (!attempt || form.get('seen') !== seenOf(open)) return stepDone
    const challenges = await openChallenges(db, attempt)
    const state = await openState(db, attempt)
    if (!state) return stepDone
    if (form.get('action') === 'resend') {
      const canResend = challenges.some((challenge) => challenge.canResend)
      if (!canResend || !(await takeRound(db, attempt, answering(now)))) return stepDone
      return resendCode(db, attempt, { state, challenges })
    }
    const answers = challenges.map((challenge) => answerTo(form, challenge))
    const errors = challenges.flatMap(
      (challenge, index) => errorOf(challenge, answers[index] as ChallengeAnswer) ?? [],
    )
    if (errors.length > 0) return refuse(errors)
    if (!(await takeRound(db, attempt, answering(now)))) return stepDone
    await insertEvent(db, session.id, { name: 'answer_submitted', step: 'mfa' })
    await askBank(db, attempt, (login, ctx) => login.answer(ctx, state, answers))
    return stepDone
  },
}
