import type { AccountFilter, Obstacle } from '#lib/accounts/offer-accounts.ts'
import type { AccountKind, Challenge, Currency } from '#lib/connectors/contract.ts'
import type { FaultCode } from '#lib/connectors/faults.ts'
import type { ShownInstitution } from '#lib/institutions/institution.ts'
import type { ShownLoginWords } from '#lib/institutions/login-words.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { FrameSettings } from '#lib/sessions/frame.ts'
import type { TimeLeft } from '#lib/sessions/session.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { IdentityView, VerifyView } from './identity-view.ts'

/** An error of one field. `code` is a key under `fieldErrors` in the catalogues. */
export type FieldError = {
  readonly field: string
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** What failed last, told once. `values` are what was typed, never a secret. `notice` is a key under `notices`. */
export type Flash = {
  readonly errors: readonly FieldError[]
  readonly values: Readonly<Record<string, string>>
  readonly notice?: string
}

/** What every page of a visit is painted with. `language` is the person's; `languages` those that are offered. */
export type Frame = {
  readonly sessionId: string
  /** What the person quotes to the business. */
  readonly reference: string | null
  readonly step: StepId
  readonly brand: PaintedBrand
  readonly language: 'en' | 'fr'
  readonly languages: readonly ('en' | 'fr')[]
  readonly isDemo: boolean
  /** What the page around asked for; null on a page of our own. */
  readonly embed: FrameSettings | null
  /** The visit leads back to a page of the tenant; else it ends on one of ours. */
  readonly isReturning: boolean
  /** The step that the back link opens, null where there is none. */
  readonly back: StepId | null
  /** 1-based place in the path and the path's length, both without the steps that only wait. */
  readonly place: { readonly at: number; readonly of: number }
  readonly flash: Flash | null
  /** How long the visit waits for the person, null when it has ended. */
  readonly time: TimeLeft | null
  /** The business has named the bank: no other may be chosen. */
  readonly isBankFixed: boolean
  /** Where the bank's own page opens: instead of this one, in a window of its own, or instead of the page around. */
  readonly bankOpens: 'here' | 'window' | 'top'
  /** Goes as the hidden field `seen` into the forms of `login` and `mfa`: names the try that the page was made for. */
  readonly seen: string
}

/** The document that is stored word for word when the person agrees, already in their language. */
export type ConsentScopeText = {
  readonly scope: string
  readonly title: string
  readonly description: string
  readonly purpose: string
  /** The single things that it lets be read (UK3). */
  readonly permissions: readonly string[]
  /** Why it is needed; null for an optional scope. */
  readonly requiredReason: string | null
  /** What happens with it and without it, for an optional scope. */
  readonly withIt: string | null
  readonly withoutIt: string | null
  /** Said where the bank that was chosen cannot give it; then it is neither asked for nor read (UK1). */
  readonly notGiven: string | null
  /** How long it is kept; null for what is no data. */
  readonly keptText: string | null
}
export type ConsentDocument = {
  readonly version: 4
  /** The published policy that the words come from. */
  readonly policyId: string
  readonly tenantName: string
  /** Null where the bank is chosen later. */
  readonly institutionName: string | null
  readonly title: string
  readonly introduction: string
  readonly scopes: readonly ConsentScopeText[]
  readonly durationDays: number
  readonly durationText: string
  /** Others beside the tenant who see the data, by name. */
  readonly recipients: readonly string[]
  readonly recipientsText: string
  /** That the bank's holder is compared with what the person said, and that only the result is kept; null where it is not. */
  readonly holderCheckText: string | null
  readonly withdrawText: string
  readonly noPasswordText: string
  readonly notices: { readonly privacyUrl: string; readonly termsUrl: string; readonly complaintsUrl: string }
  /** Terms that the page around brings, to be agreed to with a box of their own; null where it brings none. */
  readonly agreedTermsUrl: string | null
}
export type ConsentView = {
  readonly step: 'consent'
  readonly document: ConsentDocument
  /** Comes back with the answer and proves which words it answers. */
  readonly documentHash: string
  /** Optional scopes now switched on; none at first (QC1). */
  readonly chosenOptional: readonly string[]
  /** The bank whose own page opens as soon as the person agrees; null where a page of ours comes next. */
  readonly bankPageNext: string | null
}

export type InstitutionRow = ShownInstitution

export type InstitutionView = {
  readonly step: 'institution'
  readonly query: string
  readonly rows: readonly InstitutionRow[]
  /** How many matched in all; `rows` may be fewer. */
  readonly total: number
  readonly isSearch: boolean
  /** Asked for a kind of institution that nobody reaches yet. */
  readonly isUnserved: boolean
  /** Files may be brought in place of a sign-in: of a bank that cannot be chosen, or of one that is not listed. */
  readonly acceptsFiles: boolean
}

/** `kinds`: what an account may be whose file does not say it. `papers`: PDFs are taken, were not agreed to, or nobody asks for them. */
export type FilesView = {
  readonly step: 'files'
  readonly institution: InstitutionRow
  readonly kinds: readonly AccountKind[]
  readonly papers: 'taken' | 'not_agreed' | 'not_asked'
}

/** `problem` is what the bank said to the last try; it decides what the page offers. */
export type LoginView = {
  readonly step: 'login'
  readonly institution: InstitutionRow
  readonly words: ShownLoginWords
  /** The username of the connection that is to be brought back, masked; null where none is. */
  readonly formerUsername: string | null
  readonly problem: LoginProblem | null
  /** The bank could not be reached, and the next try goes another way. */
  readonly isAnotherWay: boolean
  /** The bank's own site, where the person must act there first and the directory knows it. */
  readonly bankUrl: string | null
  /** Set where the person signs in at the bank's own page: no password is typed here. */
  readonly bankPage: BankPageView | null
  /** Files may be brought in place of a sign-in. */
  readonly acceptsFiles: boolean
}
/** `pass` opens the bank's page once from a window that does not hold the visit's cookie. */
export type BankPageView = { readonly pass: string }
/** `retryInMinutes`: when to come back, where the bank said so and it is not past. */
export type LoginProblem = {
  readonly fault: FaultCode
  readonly retry: 'answer' | 'login' | 'later' | 'never'
  readonly triesLeft: number | null
  readonly retryInMinutes: number | null
}

export type MfaView = {
  readonly step: 'mfa'
  readonly institution: InstitutionRow
  /** The bank's how manieth set of questions this is; an answer tried again is the same. */
  readonly asks: number
  readonly challenges: readonly Challenge[]
  /** How long the bank waits for an answer, from now; null where it did not say. */
  readonly secondsLeft: number | null
  readonly problem: LoginProblem | null
}

/** A page that waits: it refreshes itself without scripts and polls `status` with them. */
export type ConnectingView = {
  readonly step: 'connecting'
  readonly institution: InstitutionRow
  /** `page`: the person is at the bank's own page. */
  readonly waitingFor: 'bank' | 'page' | 'approval' | 'accounts'
  readonly bankPage: BankPageView | null
  /** For an approval: what the bank asks, in its own words, and its own page for it where there is one. */
  readonly approval: {
    readonly prompt: string
    readonly language: 'en' | 'fr'
    readonly link: string | null
  } | null
  /** How long the bank waits for the approval, from now; null where it did not say or waits for none. */
  readonly secondsLeft: number | null
  /** The person is asked which accounts they share, so that nothing is shared before. */
  readonly choosesAccounts: boolean
  /** The bank says that this will take long. */
  readonly isDispatched: boolean
  /** The person has waited long enough to wonder. */
  readonly isSlow: boolean
  readonly refreshSeconds: number
}

export type AccountRow = {
  readonly id: string
  readonly title: string
  /** The person's own name for it, null where the bank tells none. */
  readonly nickname: string | null
  readonly kind: string
  readonly currency: Currency
  /** Last digits only, for example `••1268`; empty where the bank gave no number. */
  readonly masked: string
  /** Decimal string, null where the bank gave none. */
  readonly balance: string | null
  readonly unavailable: Obstacle | null
  readonly isChosen: boolean
}
export type AccountsView = {
  readonly step: 'accounts'
  readonly institution: InstitutionRow
  readonly rule: 'one' | 'several' | 'all'
  /** What the tenant takes; an empty list is any. */
  readonly takes: AccountFilter
  readonly accounts: readonly AccountRow[]
}

/** `reference` is what the person quotes to the business; `isAsked` when they have asked it to look already. */
export type ReviewView = {
  readonly step: 'review'
  readonly institution: InstitutionRow
  readonly reference: string
  readonly isAsked: boolean
}

/** What a visit shares, as its page and the copy by mail tell it. */
export type Receipt = {
  readonly institutionName: string
  readonly accounts: readonly AccountRow[]
  /** In the words that were agreed to, which later changes of the tenant's text do not touch (CA7). */
  readonly scopes: readonly {
    readonly scope: string
    readonly title: string
    readonly purpose: string
    /** Null where nothing was said of it. */
    readonly keptText: string | null
  }[]
  /** Others beside the tenant who see the data. */
  readonly recipients: readonly string[]
  readonly consentId: string
  readonly decidedAt: Date
  readonly expiresAt: Date | null
}

/** `hasEnded` false: a last look, the visit ends when it is left. `copy` says where a copy goes, masked; null where no address is known. */
export type DoneView = {
  readonly step: 'done'
  readonly outcome: 'finished' | 'declined' | 'cancelled' | 'failed'
  readonly hasEnded: boolean
  /** Null unless something is shared. */
  readonly receipt: Receipt | null
  readonly copy: { readonly to: string; readonly isSent: boolean } | null
  /** What the bank said, where that is why nothing is shared. */
  readonly fault: { readonly code: FaultCode; readonly institutionName: string } | null
  /** Where the person may begin anew by themselves; null where the tenant must be asked for another link. */
  readonly restartPath: string | null
}

export type StepView =
  | IdentityView
  | VerifyView
  | ConsentView
  | InstitutionView
  | LoginView
  | FilesView
  | MfaView
  | ConnectingView
  | ReviewView
  | AccountsView
  | DoneView

export type ViewOf<S extends StepId> = Extract<StepView, { step: S }>
