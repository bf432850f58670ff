import type { Clock } from '#lib/kit/clock.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import type { Fault } from './faults.ts'
import type { Finding } from './finding.ts'
import type { FileFlaw, HandedFile, HandedIn } from './handed-in.ts'

/** A string that only the vault may keep: sealed at rest, never logged, never sent to a browser. */
export type SecretText = string

export type Language = 'en' | 'fr'

/** What a connector may use of the world. It stores nothing and reads no environment. */
export type ConnectorContext = {
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly log: (event: string, detail?: Record<string, string | number | boolean>) => void
  /** Base address of the upstream, no trailing slash; empty where the settings name it. */
  readonly baseUrl: string
  /** The settings of the route over which it is called, as JSON that the connector parses; null: it has none. */
  readonly settings: SecretText | null
  /** The whole call is given up after this long: the signal is passed to every request. */
  readonly signal: AbortSignal
  /** What a person handed in, by the key under which a connector gave it to be kept; null once it is gone. */
  readonly handedIn?: (key: string) => Promise<string | null>
}

export const challengeKinds = [
  'question',
  'single_choice',
  'several_choices',
  'image_choice',
  'text_or_call',
  'approve_in_app',
] as const
export type ChallengeKind = (typeof challengeKinds)[number]

/** One choice of a challenge. `image` is base64 PNG without prefix; `label` is then its text alternative (A1). */
export type ChallengeOption = { readonly value: string; readonly label: string; readonly image?: string }

/**
 * One question of a round. `id` is the connector's own key and goes back with the answer; `prompt` is in the
 * bank's words, in `language`. `options` are empty for `question` and `approve_in_app`.
 */
export type Challenge = {
  readonly id: string
  readonly kind: ChallengeKind
  readonly prompt: string
  readonly language: Language
  readonly options: readonly ChallengeOption[]
  /** True when the answer is a one-time code, so that the field may be offered to autofill (A1, O17). */
  readonly isOneTimeCode: boolean
  /** True when the bank would send the code once more: then the connector has `formLogin.resend`. */
  readonly canResend?: true
  /** For `approve_in_app` where the bank gave one: the http(s) address at which the approval is given. */
  readonly link?: string
}

/** `values` has one entry, but for `several_choices`; it is empty for `approve_in_app`. */
export type ChallengeAnswer = { readonly id: string; readonly values: readonly string[] }

/**
 * Where a login stands. `state` is opaque to everybody but the connector and secret.
 * A `fault` beside `challenged` says that the former answer was wrong and may be given again.
 */
export type LoginProgress =
  | {
      readonly kind: 'linked'
      readonly grant: SecretText
      /** Who signed in, in the upstream's lasting word, where no username was typed into our page. */
      readonly subject?: string
    }
  | {
      readonly kind: 'challenged'
      readonly state: SecretText
      readonly challenges: readonly Challenge[]
      readonly expiresAt: Date | null
      readonly fault?: Fault
    }
  | {
      readonly kind: 'working'
      readonly state: SecretText
      readonly pollAfterMs: number
      /** The bank says that this will take long and goes on without us: the dialect's OPERATION_DISPATCHED. */
      readonly isDispatched?: true
    }

export type LoginRequest = {
  /** The institution's key in the upstream's own words, for example `FlinksCapital`. */
  readonly institution: string
  readonly username: string
  readonly password: SecretText
  readonly language: Language
}

/** Capability: the person types credentials into our page. */
export type FormLogin = {
  submit(ctx: ConnectorContext, request: LoginRequest): Promise<Outcome<LoginProgress, Fault>>
  answer(
    ctx: ConnectorContext,
    state: SecretText,
    answers: readonly ChallengeAnswer[],
  ): Promise<Outcome<LoginProgress, Fault>>
  poll(ctx: ConnectorContext, state: SecretText): Promise<Outcome<LoginProgress, Fault>>
  /**
   * Capability within: has the bank send its code again. Asked only for a challenge with `canResend`; the same question
   * comes back. `rate_limited` says that it would not, and the question still stands.
   */
  resend?(ctx: ConnectorContext, state: SecretText): Promise<Outcome<LoginProgress, Fault>>
}

/** With what the person is sent to the bank. */
export type RedirectRequest = {
  /** The institution's key in the upstream's own words. */
  readonly institution: string
  readonly language: Language
  /** Where the bank sends the person back, exactly as registered. */
  readonly redirectUri: string
  /** Random, single use, and the only thing by which the visit is found again. */
  readonly state: SecretText
  /** What the person agreed to, in the words of the scope catalogue. */
  readonly scopes: readonly string[]
  readonly consentEndsAt: Date
}

/** `url`: where the person goes. `state`: what `finish` will need, secret. Past `expiresAt` the bank takes it no more. */
export type RedirectStart = {
  readonly url: string
  readonly state: SecretText
  readonly expiresAt: Date | null
}

/** Capability: the person signs in at the bank's own page, and the bank sends them back. */
export type RedirectLogin = {
  start(ctx: ConnectorContext, request: RedirectRequest): Promise<Outcome<RedirectStart, Fault>>
  /** `cameBackTo`: the whole address to which the bank sent the browser. Its query is the bank's, or a stranger's. */
  finish(ctx: ConnectorContext, state: SecretText, cameBackTo: string): Promise<Outcome<LoginProgress, Fault>>
}

/** Capability: a grant that lives shortly is renewed before it is used; the new one takes its place, for ever. */
export type Renewal = {
  /** From when on it must be renewed before it is used. */
  dueAt(grant: SecretText): Date
  renew(ctx: ConnectorContext, grant: SecretText): Promise<Outcome<SecretText, Fault>>
}

/** `kind` and `country` speak where a file does not; `former` is the grant of what was handed in before, if any. */
export type UploadRequest = {
  readonly files: readonly HandedFile[]
  readonly kind: AccountKind
  readonly country: string
  readonly titles: Readonly<Record<AccountKind, string>>
  /** The person agreed that statements are kept. */
  readonly takesPapers: boolean
  readonly former: SecretText | null
}

/** Capability: the person brings files in place of a login. What they show is read once, and never again by itself. */
export type FileUpload = {
  take(ctx: ConnectorContext, request: UploadRequest): Promise<Outcome<HandedIn, readonly FileFlaw[]>>
}

/** An institution that is not well, by the upstream's own word: `unwell` may be tried, `off` may not. */
export type InstitutionHealth = {
  readonly institution: string
  readonly state: 'unwell' | 'off'
  readonly until: Date | null
}

/** Capability: the upstream tells how its institutions are. Those that are well are left out. */
export type HealthAccess = {
  read(ctx: ConnectorContext): Promise<Outcome<readonly InstitutionHealth[], Fault>>
}

export const accountKinds = [
  'chequing',
  'savings',
  'credit_card',
  'line_of_credit',
  'loan',
  'mortgage',
  'investment',
  'other',
] as const
export type AccountKind = (typeof accountKinds)[number]
export type Currency = 'CAD' | 'USD'

export type PostalAddress = {
  readonly line1: string
  readonly city: string
  readonly region: string
  readonly postalCode: string
  readonly country: string
}
export type Holder = {
  readonly name: string
  readonly address: PostalAddress | null
  readonly email: string | null
  readonly phone: string | null
}

/** Amounts are decimal strings in the account's currency (`"-12.30"`), never floats. */
export type BankAccount = {
  /** The upstream's lasting key of the account. */
  readonly key: string
  readonly title: string
  /** The name that the person gave it, where the bank tells. */
  readonly nickname?: string | null
  readonly kind: AccountKind
  readonly ownership: 'personal' | 'business'
  readonly currency: Currency
  readonly institutionNumber: string | null
  readonly transitNumber: string | null
  readonly accountNumber: string | null
  readonly balance: {
    readonly available: string | null
    readonly current: string | null
    readonly limit: string | null
  }
  readonly overdraftLimit: string | null
  readonly holders: readonly Holder[]
  /** Null when it may be shared; else why the bank will not share it (AU5). */
  readonly unavailable: 'not_shareable' | 'closed' | 'restricted' | null
}

/** `date` is the posting day `YYYY-MM-DD`; a positive `amount` came in, a negative one went out. */
export type BankTransaction = {
  readonly key: string
  readonly date: string
  readonly description: string
  readonly amount: string
  readonly balance: string | null
}

/** Capability: reads data with the grant that a login gave. `from` and `to` are days, both included. */
export type DataAccess = {
  accounts(ctx: ConnectorContext, grant: SecretText): Promise<Outcome<readonly BankAccount[], Fault>>
  transactions(
    ctx: ConnectorContext,
    grant: SecretText,
    query: { readonly accountKey: string; readonly from: string; readonly to: string },
  ): Promise<Outcome<readonly BankTransaction[], Fault>>
}

/**
 * `month` is `YYYY-MM`, null where the upstream does not say; `key` is its name of the statement within its account.
 */
export type BankStatement = {
  readonly key: string
  readonly month: string | null
  readonly fileType: 'PDF'
}

/** Capability: the bank's own papers, newest first; a file is the paper's bytes. */
export type StatementAccess = {
  list(
    ctx: ConnectorContext,
    grant: SecretText,
    accountKey: string,
  ): Promise<Outcome<readonly BankStatement[], Fault>>
  file(
    ctx: ConnectorContext,
    grant: SecretText,
    query: { readonly accountKey: string; readonly statementKey: string },
  ): Promise<Outcome<Uint8Array, Fault>>
}

/** Capability: the bank is told that a consent has ended (CA9). A grant that is dead already is a success. */
export type Revocation = {
  revoke(ctx: ConnectorContext, grant: SecretText): Promise<Outcome<null, Fault>>
}

/** Capability: each of its upstreams is set up by settings, which an operator can have tried. */
export type Setup = {
  /** What is wrong with them by themselves: places and rules, never values. None: they can be used. */
  flaws(settings: SecretText): readonly Finding[]
  /** What the upstream makes of them. `redirectUri`: where it would send people back. */
  examine(ctx: ConnectorContext, redirectUri: string): Promise<readonly Finding[]>
}

/** Capabilities are data: a connector has the groups it offers, and no method it must stub (law 6). */
export type Connector = {
  readonly id: string
  readonly formLogin?: FormLogin
  readonly redirectLogin?: RedirectLogin
  readonly fileUpload?: FileUpload
  readonly renewal?: Renewal
  readonly data: DataAccess
  readonly statements?: StatementAccess
  readonly revocation?: Revocation
  readonly health?: HealthAccess
  readonly setup?: Setup
}
