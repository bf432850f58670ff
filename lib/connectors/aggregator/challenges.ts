import { z } from 'zod'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type Challenge, type ChallengeAnswer, type ChallengeKind, challengeKinds } from '../contract.ts'
import type { Fault } from '../faults.ts'
import type { ChallengedAnswer } from './dialect-answers.ts'

const kinds: Readonly<Record<string, ChallengeKind>> = {
  QuestionAndAnswer: 'question',
  MultipleChoice: 'single_choice',
  MultipleChoiceMultipleAnswers: 'several_choices',
  ImageSelection: 'image_choice',
  TextOrCall: 'text_or_call',
  WaitUntilEUAccept: 'approve_in_app',
}

/** How long a login may rest between two words. */
const restMs = 8 * minuteMs

/** `asked` has the very words in which an answer must go back; `hasSentCode`: the person chose where a code goes. */
const stateSchema = z.object({
  requestId: z.string(),
  language: z.enum(['en', 'fr']),
  hasSentCode: z.boolean(),
  asked: z.array(
    z.object({
      id: z.string(),
      prompt: z.string(),
      kind: z.enum(challengeKinds),
      options: z.array(z.string()),
    }),
  ),
})
/** Where a login stands between two calls: what the contract calls `state`. */
export type DialectState = z.output<typeof stateSchema>

export const readState = (state: string): Outcome<DialectState, Fault> => {
  try {
    return succeeded(stateSchema.parse(JSON.parse(state)))
  } catch {
    return failed({ code: 'malformed_answer', detail: 'the state of the login cannot be read' })
  }
}

type Asked = ChallengedAnswer['SecurityChallenges'][number]

/** A choice without options, and an unknown type, can only be answered in words. */
const kindOf = ({ Type, Iterables }: Asked): ChallengeKind => {
  const hasOptions = (Iterables?.length ?? 0) > 0
  const kind = Object.hasOwn(kinds, Type) ? kinds[Type] : undefined
  if (kind === 'approve_in_app') return kind
  if (!hasOptions) return 'question'
  return kind === undefined || kind === 'question' ? 'single_choice' : kind
}

/** The dialect does not say which answer is a one-time code: its words do, or the round that sent it. */
const asksForCode = (prompt: string, hasSentCode: boolean): boolean =>
  hasSentCode || (/code/i.test(prompt) && !/postal|zip/i.test(prompt))

const optionId = (index: number): string => `o${index + 1}`

const toChallenge = (asked: Asked, index: number, state: DialectState): Challenge => {
  const kind = kindOf(asked)
  const options = kind === 'approve_in_app' ? [] : (asked.Iterables ?? [])
  return {
    id: `q${index + 1}`,
    kind,
    prompt: asked.Prompt,
    language: state.language,
    options: options.map((text, place) => ({
      value: optionId(place),
      // The upstream describes no picture, so a place must do as its text alternative, alike in both languages.
      ...(kind === 'image_choice' ? { label: `Image ${place + 1}`, image: text } : { label: text }),
    })),
    isOneTimeCode: kind === 'question' && asksForCode(asked.Prompt, state.hasSentCode),
  }
}

/** The questions of a round, and the state that will know them again. */
export const toRound = (
  { RequestId, SecurityChallenges }: ChallengedAnswer,
  before: DialectState,
  now: Date,
) => {
  const challenges = SecurityChallenges.map((asked, index) => toChallenge(asked, index, before))
  const asked = challenges.map(({ id, kind, prompt }, index) => ({
    id,
    kind,
    prompt,
    options: kind === 'approve_in_app' ? [] : [...(SecurityChallenges[index]?.Iterables ?? [])],
  }))
  const state: DialectState = { ...before, requestId: RequestId, asked }
  return { challenges, state: JSON.stringify(state), expiresAt: later(now, restMs) }
}

const textOf = (options: readonly string[], value: string): string =>
  options.find((_, index) => optionId(index) === value) ?? value

/** Prompt → answers, in the upstream's own words; an approval is given elsewhere and has none. */
export const toSecurityResponses = (
  { asked }: DialectState,
  answers: readonly ChallengeAnswer[],
): Record<string, string[]> =>
  Object.fromEntries(
    asked
      .filter(({ kind }) => kind !== 'approve_in_app')
      .map(({ id, prompt, options }) => {
        const values = answers.find((answer) => answer.id === id)?.values ?? []
        return [prompt, values.map((value) => textOf(options, value))]
      }),
  )
