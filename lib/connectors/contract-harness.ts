import { systemClock } from '#lib/kit/clock.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import type {
  Challenge,
  ChallengeAnswer,
  Connector,
  ConnectorContext,
  LoginProgress,
  LoginRequest,
  RedirectRequest,
  UploadRequest,
} from './contract.ts'
import type { Fault } from './faults.ts'
import type { HandedFile, HandedIn } from './handed-in.ts'

/** Customers of an upstream where credentials are typed into our page. */
export type FormHarness = {
  readonly logins: {
    /** Linked at once; has an account with transactions in `days`. */
    readonly plain: LoginRequest
    /** The same for somebody else, who is then forgotten: an upstream may keep a login that is at work elsewhere. */
    readonly leaving: LoginRequest
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
}

/** Where the bank sends the browser of somebody who came to its page. */
type Visitor = (startUrl: string) => Promise<string>

/** Customers of an upstream who sign in at its own page. */
export type RedirectHarness = {
  readonly request: RedirectRequest
  /** Agrees to all; has an account with transactions in `days`. */
  readonly agrees: Visitor
  readonly denies: Visitor
  /** Agrees, at a bank that is down when the code is to be taken. */
  readonly agreesInVain: Visitor
}

/** Customers who hand in files in place of a sign-in. */
export type UploadHarness = {
  /** Files that show an account with transactions in `days`, and a paper that they agreed to. */
  readonly request: UploadRequest
  /** Each of them is refused by itself. */
  readonly unreadable: readonly HandedFile[]
}

/** What a connector brings to be examined: itself, a real upstream where it has one, and customers there. */
export type ContractHarness = {
  readonly connector: Connector
  /** How the connector is told that its upstream is at this address. */
  readonly at: (url: string) => Pick<ConnectorContext, 'baseUrl' | 'settings'>
  readonly url: string
  readonly fetch: ConnectorContext['fetch']
  readonly form?: FormHarness
  readonly redirect?: RedirectHarness
  readonly upload?: UploadHarness
  /** Secrets of the shape that the connector gives out, and that no bank knows. */
  readonly stranger: { readonly state: string; readonly grant: string }
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

export const grantOf = (progress: LoginProgress): string => {
  if (progress.kind !== 'linked') throw new Error(`not linked but ${progress.kind}`)
  return progress.grant
}

/** A visit remembers the log and every secret that went through it, so that the two can be compared. */
export type Visit = {
  readonly ctx: ConnectorContext
  readonly log: readonly string[]
  readonly secrets: Set<string>
  /** What was handed in and is kept for the connector, until the visit forgets it. */
  readonly handedIn: Map<string, string>
}

export const openVisit = (harness: ContractHarness, world: Partial<ConnectorContext> = {}): Visit => {
  const log: string[] = []
  const handedIn = new Map<string, string>()
  const ctx: ConnectorContext = {
    fetch: harness.fetch,
    clock: systemClock,
    log: (event, detail) => log.push(JSON.stringify({ event, detail })),
    ...harness.at(harness.url),
    signal: AbortSignal.timeout(30_000),
    handedIn: async (key) => handedIn.get(key) ?? null,
    ...world,
  }
  return { ctx, log, secrets: new Set(), handedIn }
}

/** A secret that is JSON has secrets in it. */
const leavesOf = (secret: string): string[] => {
  try {
    const leaves: string[] = []
    JSON.parse(secret, (_, value) => typeof value === 'string' && value.length > 12 && leaves.push(value))
    return leaves
  } catch {
    return []
  }
}

export const keepSecret = ({ secrets }: Visit, ...kept: readonly string[]): void => {
  for (const secret of kept) for (const part of [secret, ...leavesOf(secret)]) secrets.add(part)
}

const kept = (visit: Visit, outcome: Outcome<LoginProgress, Fault>): Outcome<LoginProgress, Fault> => {
  if (outcome.ok)
    keepSecret(visit, outcome.value.kind === 'linked' ? outcome.value.grant : outcome.value.state)
  return outcome
}

/** A person at a connector's form. */
export const formVisit = ({ connector: { formLogin }, form }: ContractHarness, visit: Visit) => {
  if (!formLogin || !form) throw new Error('no credentials are typed for this connector')
  const { resend } = formLogin
  const submit = async (request: LoginRequest) => {
    keepSecret(visit, request.password)
    return kept(visit, await formLogin.submit(visit.ctx, request))
  }
  const answer = async (state: string, answers: readonly ChallengeAnswer[]) => {
    keepSecret(visit, ...answers.flatMap(({ values }) => values))
    return kept(visit, await formLogin.answer(visit.ctx, state, answers))
  }
  const link = async (request: LoginRequest): Promise<string> => {
    let progress = got(await submit(request))
    while (progress.kind === 'challenged') {
      progress = got(await answer(progress.state, progress.challenges.map(form.rightAnswer)))
    }
    return grantOf(progress)
  }
  return {
    ...form,
    submit,
    answer,
    link,
    resend: resend && (async (state: string) => kept(visit, await resend(visit.ctx, state))),
  }
}

/** A person who is sent to the bank's page, does there what `visitor` does, and comes back. */
export const redirectVisit = ({ connector: { redirectLogin }, redirect }: ContractHarness, visit: Visit) => {
  if (!redirectLogin || !redirect) throw new Error('nobody is sent away by this connector')
  const start = async () => {
    const started = got(await redirectLogin.start(visit.ctx, redirect.request))
    keepSecret(visit, started.state)
    return started
  }
  const finish = async (state: string, cameBackTo: string) => {
    const { searchParams } = new URL(cameBackTo)
    keepSecret(visit, ...['code', 'state'].flatMap((name) => searchParams.get(name) ?? []))
    return kept(visit, await redirectLogin.finish(visit.ctx, state, cameBackTo))
  }
  const go = async (visitor: Visitor) => {
    const { url, state } = await start()
    return finish(state, await visitor(url))
  }
  return { ...redirect, start, finish, go }
}

/** A person who hands in files; what came of them is kept as long as the visit keeps it. */
export const uploadVisit = ({ connector: { fileUpload }, upload }: ContractHarness, visit: Visit) => {
  if (!fileUpload || !upload) throw new Error('no files are handed in to this connector')
  const take = async (changed: Partial<UploadRequest> = {}) => {
    const request = { ...upload.request, ...changed }
    keepSecret(visit, ...request.files.map(({ name }) => name))
    const taken = await fileUpload.take(visit.ctx, request)
    if (!taken.ok) return taken
    keepSecret(visit, taken.value.grant, ...taken.value.kept.map(({ content }) => content))
    for (const { key, content } of taken.value.kept) visit.handedIn.set(key, content)
    return taken
  }
  const handIn = async (changed?: Partial<UploadRequest>): Promise<HandedIn> => {
    const taken = await take(changed)
    if (!taken.ok) throw new Error(`flaws ${taken.reason.map(({ code }) => code)}`)
    return taken.value
  }
  return { ...upload, take, handIn }
}

/** The grant of a customer who has an account with transactions, by whatever way the connector has. */
export const linkPlainly = async (
  harness: ContractHarness,
  visit: Visit,
  who: 'plain' | 'leaving' = 'plain',
): Promise<string> => {
  if (harness.form) return formVisit(harness, visit).link(harness.form.logins[who])
  if (harness.upload) return (await uploadVisit(harness, visit).handIn()).grant
  const { go, agrees } = redirectVisit(harness, visit)
  return grantOf(got(await go(agrees)))
}
