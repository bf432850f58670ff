import type { SignedIn } from '#lib/console/desk.ts'
import type { Factors } from '#lib/console/factors/list-factors.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { StaffSession } from '#lib/staff/staff-session.ts'
import type { FlashKey } from '#lib/web/staff/flash-cookie.ts'

export type AccountProps = {
  readonly signedIn: SignedIn
  readonly factors: Factors
  readonly sessions: readonly StaffSession[]
  readonly flash: FlashKey | null
  readonly miss: 'passkey' | null
  /** Whether passkeys are possible under this address. */
  readonly hasSite: boolean
  readonly language: Language
  readonly t: Translate
}
