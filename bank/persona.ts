import type { BankErrorCode } from './bank-error.ts'
import type { ChallengeName } from './challenges.ts'
import type { HoldersName } from './holders.ts'
import type { ProfileName } from './ledger/profiles.ts'

/** What happens instead of a good answer: the bank says no, dawdles, never answers, babbles or hangs up. */
export type Trouble = BankErrorCode | 'slow' | 'hang' | 'garbled' | 'cut'

/**
 * `login` is met once the password is right, `answer` at the first right or wrong answer, `data` at every read, and
 * `token` where OAuth's code is exchanged.
 */
export type TroubleStage = 'login' | 'answer' | 'data' | 'token'

/** What is different at the institutions that speak OAuth; elsewhere these customers are plain. */
export type OAuthTwists = {
  /** The bank itself says no where others are asked for their consent. */
  readonly isConsentDenied?: true
  /** The consent ends at the bank as soon as a second reading begins. */
  readonly isWithdrawnAfterReading?: true
  /** The access token that comes with the code has expired already; refreshed ones live. */
  readonly isFirstTokenExpired?: true
  /** The first refresh is refused, as if its token had been used before. */
  readonly refreshIsReused?: true
  /** The last account, and half of the transactions, are missing for the moment: 206. */
  readonly isReadInPart?: true
  /** The first read of transactions is one too many; `Retry-After` says a second. */
  readonly isBusyOnce?: true
  /** The authorization response names another issuer. */
  readonly isIssuerWrong?: true
  /** How far the clock is ahead that stamps the identity token. */
  readonly clockSkewSeconds?: number
}

/** A customer of the bank as data. What is left out is the plain case: no question, three tries, no trouble. */
export type Persona = {
  readonly shows: string
  /** Rounds of questions; the questions of one round stand on the screen together. */
  readonly rounds?: readonly (readonly ChallengeName[])[]
  readonly accounts?: ProfileName
  readonly holders?: HoldersName
  /** When given, the bank counts wrong passwords aloud and locks the login after so many. */
  readonly passwordTries?: number
  /** How many answers may be wrong before `afterTries` is said; 3 unless told. */
  readonly answerTries?: number
  readonly afterTries?: 'wrong_answer_final' | 'login_locked'
  /** The app decides by itself after so many seconds; without it only the approval page decides. */
  readonly app?: { readonly afterSeconds: number; readonly decides: 'approved' | 'denied' }
  /** How often a one-time code may be sent again; never unless told. */
  readonly resends?: number
  /** Life of each set of questions; eight minutes unless told. */
  readonly answerSeconds?: number
  /** After the last question the bank keeps working so long (null: for ever). */
  readonly works?: { readonly seconds: number | null; readonly isDispatched?: true }
  readonly at?: Partial<Record<TroubleStage, Trouble>>
  /** The bank asks in this language whatever was wished. */
  readonly prompts?: 'fr'
  /** Life of the access token; a year unless told. */
  readonly tokenSeconds?: number
  readonly oauth?: OAuthTwists
}
