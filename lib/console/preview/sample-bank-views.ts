import type { FaultCode } from '#lib/connectors/faults.ts'
import { faults } from '#lib/connectors/faults.ts'
import type { LoginProblem, ViewOf } from '#lib/flow/view.ts'
import type { Scene } from './preview-places.ts'
import type { Sample } from './sample.ts'
import { askSample, type QuestionName, sampleQuestions } from './sample-questions.ts'

const triesLeft: Partial<Record<FaultCode, number>> = { wrong_credentials: 2, wrong_answer: 2 }

const problem = (fault: FaultCode, retryInMinutes: number | null): LoginProblem => ({
  fault,
  retry: faults[fault].retry,
  triesLeft: triesLeft[fault] ?? null,
  retryInMinutes,
})

/** What is chosen to go wrong comes before what the person meets. */
const problemIn = ({ trouble, who }: Sample): LoginProblem | null => {
  if (trouble?.kind === 'fault') return problem(trouble.code, trouble.code === 'bank_unavailable' ? 30 : null)
  return who.meets && !trouble ? problem(who.meets, who.backInMinutes ?? null) : null
}

const healthOf: Partial<Record<Scene, Pick<Sample['bank'], 'state' | 'backInMinutes'>>> = {
  login_unwell: { state: 'unwell', backInMinutes: null },
  login_off: { state: 'off', backInMinutes: 30 },
}

const elsewhere = 'https://example.com/'

export const sampleLogin = (scene: Scene, sample: Sample): ViewOf<'login'> => {
  const isAnotherWay = scene === 'login_another_way'
  const isPlain = scene === 'login'
  const said = isPlain ? problemIn(sample) : isAnotherWay ? problem('bank_unavailable', null) : null
  return {
    step: 'login',
    institution: { ...sample.bank, ...healthOf[scene] },
    words: { username: null, usernameHint: null, password: null, help: null, keyboard: 'text' },
    problem: said,
    bankUrl: said?.fault === 'must_act_at_bank' ? elsewhere : null,
    isAnotherWay,
    formerUsername: scene === 'login_again' ? 'j•••••e' : null,
    acceptsFiles: sample.policy.acceptsFiles,
    bankPage: scene === 'login_bank_page' ? { pass: '' } : null,
  }
}

const isChoice = (name: QuestionName): boolean => 'options' in sampleQuestions[name]

/** An error of an answer stands at a question that can be answered so. */
const fits = (names: readonly QuestionName[], { trouble }: Sample): readonly QuestionName[] => {
  if (trouble?.kind !== 'error') return names
  const wantsChoice = trouble.code === 'answer_choice'
  const fitting = names.filter((name) => isChoice(name) === wantsChoice)
  return fitting.length > 0 ? fitting : [wantsChoice ? 'branch' : 'words']
}

/** An approval is no question of this page: it is waited for. */
const roundsOf = ({ who }: Sample): readonly (readonly QuestionName[])[] =>
  (who.asks ?? []).filter((round) => !round.includes('approve'))

/** The questions of the person's bank, in the order in which they stand on the page. */
export const questionsIn = (scene: Scene, sample: Sample): readonly QuestionName[] => {
  const rounds = roundsOf(sample)
  const round = (scene === 'mfa_next' ? rounds[1] : undefined) ?? rounds[0] ?? ['code']
  return fits(round, sample)
}

export const sampleMfa = (scene: Scene, sample: Sample): ViewOf<'mfa'> => {
  const said = sample.trouble?.kind === 'fault' ? problemIn(sample) : null
  const isResent = sample.trouble?.kind === 'notice'
  const names = isResent ? (['code_again'] as const) : questionsIn(scene, sample)
  return {
    step: 'mfa',
    institution: sample.bank,
    asks: scene === 'mfa_next' ? 2 : 1,
    challenges: names.map((name) => askSample(name, sample.language)),
    secondsLeft: 240,
    problem: said,
  }
}

const waitsFor: Partial<Record<Scene, ViewOf<'connecting'>['waitingFor']>> = {
  connecting_page: 'page',
  connecting_accounts: 'accounts',
  approval: 'approval',
}

export const sampleWait = (scene: Scene, { bank, language, who }: Sample): ViewOf<'connecting'> => {
  const isTheirs = scene === 'connecting'
  const approves = isTheirs && who.asks?.[0]?.includes('approve')
  const waitingFor = approves ? 'approval' : (waitsFor[scene] ?? 'bank')
  const isApproval = waitingFor === 'approval'
  const { prompt } = askSample('approve', language)
  return {
    step: 'connecting',
    institution: bank,
    waitingFor,
    approval: isApproval ? { prompt, language, link: null } : null,
    secondsLeft: isApproval ? 120 : null,
    isDispatched: scene === 'connecting_long' || (isTheirs && who.waits === 'long'),
    bankPage: waitingFor === 'page' ? { pass: '' } : null,
    choosesAccounts: true,
    isSlow: scene === 'connecting_slow' || (isTheirs && who.waits === 'slow'),
    refreshSeconds: 86_400,
  }
}
