import type { Challenge, ChallengeAnswer, ChallengeKind } from '#lib/connectors/contract.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { DialectCode } from '../codes.ts'

const types: Readonly<Record<ChallengeKind, string>> = {
  question: 'QuestionAndAnswer',
  single_choice: 'MultipleChoice',
  several_choices: 'MultipleChoiceMultipleAnswers',
  image_choice: 'ImageSelection',
  text_or_call: 'TextOrCall',
  approve_in_app: 'WaitUntilEUAccept',
}

/** Pictures go as bare base64, other options as the words that a person reads. */
const iterablesOf = ({ kind, options }: Challenge): string[] =>
  options.map(({ label, image }) => (kind === 'image_choice' && image ? image : label))

export const toSecurityChallenge = (challenge: Challenge) => ({
  Type: types[challenge.kind],
  Prompt: challenge.prompt,
  ...(challenge.options.length > 0 ? { Iterables: iterablesOf(challenge) } : {}),
})

/** Prompt → what was answered, as the client sent it. */
export type SecurityResponses = ReadonlyMap<string, readonly string[]>

const optionOf = (challenge: Challenge, said: string): string => {
  const chosen = challenge.options.find(
    ({ value, label, image }) => said === label || said === value || said === image,
  )
  return chosen?.value ?? said
}

const isWellChosen = (challenge: Challenge, values: readonly string[]): boolean =>
  challenge.options.length === 0 ||
  values.every((value) => challenge.options.some((option) => option.value === value))

const answerTo = (challenge: Challenge, said: readonly string[]): ChallengeAnswer => {
  const values = said.map((one) => optionOf(challenge, one.trim())).filter((value) => value !== '')
  if (challenge.kind === 'approve_in_app') return { id: challenge.id, values: [] }
  return { id: challenge.id, values: challenge.kind === 'several_choices' ? values : values.slice(0, 1) }
}

/** The bank's challenges with the client's answers, found by the very words of the prompt. */
export const toAnswers = (
  challenges: readonly Challenge[],
  responses: SecurityResponses,
): Outcome<readonly ChallengeAnswer[], DialectCode> => {
  const prompts = new Set(challenges.map(({ prompt }) => prompt.trim()))
  const said = new Map([...responses].map(([prompt, values]) => [prompt.trim(), values]))
  if ([...said.keys()].some((prompt) => !prompts.has(prompt))) return failed('UNKNOWN_CHALLENGE_KEY')
  const answers = challenges.map((challenge) => answerTo(challenge, said.get(challenge.prompt.trim()) ?? []))
  const isAnswered = (challenge: Challenge, index: number): boolean =>
    challenge.kind === 'approve_in_app' || (answers[index]?.values.length ?? 0) > 0
  if (!challenges.every(isAnswered)) return failed('SECURITYRESPONSES_INCOMPLETE')
  const isOffered = challenges.every((one, index) => isWellChosen(one, answers[index]?.values ?? []))
  return isOffered ? succeeded(answers) : failed('INVALID_SECURITY_RESPONSE')
}
