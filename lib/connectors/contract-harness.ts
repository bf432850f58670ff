import { systemClock } from '#lib/kit/clock.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import type {
  Challenge,
  ChallengeAnswer,
  Connector,
  ConnectorContext,
  FormLogin,
  LoginProgress,
  LoginRequest,
} from './contract.ts'
import type { Fault } from './faults.ts'

/** What a connector brings to be examined: itself, a real upstream, and customers there. */
export type ContractHarness = {
  readonly connector: Connector & { readonly formLogin: FormLogin }
  readonly baseUrl: string
  readonly fetch: ConnectorContext['fetch']
  readonly logins: {
    /** Linked at once; has an account with transactions in `days`. */
    readonly plain: LoginRequest
    readonly wrongPassword: LoginRequest
    /** Asked at least once, and one wrong answer may be given again. */
    readonly challenged: LoginRequest
    /** One wrong answer ends the login. */
    readonly oneTry: LoginRequest
    /** The upstream itself says that it is down. */
    readonly unavailable: LoginRequest
    /** Asked for a code that may be sent again; null exactly where the connector cannot have it sent. */
    readonly resendable: LoginRequest | null
  }
  readonly rightAnswer: (challenge: Challenge) => ChallengeAnswer
  readonly wrongAnswer: (challenge: Challenge) => ChallengeAnswer
  readonly days: { readonly from: string; readonly to: string }
  readonly close: () => Promise<void>
}

export const got = <T>(outcome: Outcome<T, Fault>): T => {
  if (!outcome.ok) throw new Error(`fault ${outcome.reason.code}: ${outcome.reason.detail}`)
  return outcome.value
}

export const faultOf = (outcome: Outcome<unknown, Fault>): string =>
  outcome.ok ? 'no fault' : outcome.reason.code

export const challengesOf = (progress: LoginProgress): Extract<LoginProgress, { kind: 'challenged' }> => {
  if (progress.kind !== 'challenged') throw new Error(`not challenged but ${progress.kind}`)
  return progress
}

/** A visit remembers the log and every secret that went through it, so that the two can be compared. */
export const openVisit = (harness: ContractHarness, world: Partial<ConnectorContext> = {}) => {
  const log: string[] = []
  const secrets = new Set<string>()
  const ctx: ConnectorContext = {
    fetch: harness.fetch,
    clock: systemClock,
    log: (event, detail) => log.push(JSON.stringify({ event, detail })),
    baseUrl: harness.baseUrl,
    settings: null,
    signal: AbortSignal.timeout(5_000),
    ...world,
  }
  const { formLogin, data } = harness.connector
  const { resend } = formLogin
  const kept = (outcome: Outcome<LoginProgress, Fault>) => {
    if (outcome.ok) secrets.add(outcome.value.kind === 'linked' ? outcome.value.grant : outcome.value.state)
    return outcome
  }
  const submit = async (request: LoginRequest) => {
    secrets.add(request.password)
    return kept(await formLogin.submit(ctx, request))
  }
  const answer = async (state: string, answers: readonly ChallengeAnswer[]) => {
    for (const value of answers.flatMap(({ values }) => values)) secrets.add(value)
    return kept(await formLogin.answer(ctx, state, answers))
  }
  const link = async (request: LoginRequest): Promise<string> => {
    let progress = got(await submit(request))
    while (progress.kind === 'challenged') {
      progress = got(await answer(progress.state, progress.challenges.map(harness.rightAnswer)))
    }
    return progress.kind === 'linked'
      ? progress.grant
      : Promise.reject(new Error('the upstream keeps working'))
  }
  return {
    ctx,
    log,
    secrets,
    submit,
    answer,
    link,
    data,
    resend: resend && (async (state: string) => kept(await resend(ctx, state))),
    health: harness.connector.health,
    poll: (state: string) => formLogin.poll(ctx, state),
  }
}

export type Visit = ReturnType<typeof openVisit>
