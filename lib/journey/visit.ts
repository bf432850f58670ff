import type { Facts } from './facts.ts'
import type { OrderPreset } from './order-presets.ts'

/** How the attempt that the facts name stands now. `failed` includes one that ran past its deadline. */
export type AttemptStanding = {
  readonly status:
    | 'created'
    | 'redirected'
    | 'working'
    | 'challenged'
    | 'linked'
    | 'degraded'
    | 'failed'
    | 'abandoned'
    | 'revoked'
  /** The bank's accounts have been read, and their holder compared where the tenant asks for it. */
  readonly hasAccounts: boolean
}

/** All that the machine looks at. */
export type Visit = {
  readonly preset: OrderPreset
  readonly facts: Facts
  readonly asksIdentity: boolean
  /** An address is among what is asked, and must be proven. */
  readonly asksProof: boolean
  readonly asksAccounts: boolean
  /** The consent was given elsewhere, and the tenant has attested it. */
  readonly isConsentAttested?: boolean
  /** The bank was named from outside, and no other may be chosen. */
  readonly isBankFixed?: boolean
  readonly attempt: AttemptStanding | null
  /** The holder that the bank named was compared with the person, and the tenant wants to look before anything is shared. */
  readonly needsReview: boolean
  readonly hasEnded: boolean
}
