import type { StepId } from '#lib/journey/step-ids.ts'
import type { ErrorCode } from '#lib/kit/errors.ts'
import { type SamplePerson, samplePersonNames } from './sample-people.ts'

/** Everything of a journey that can be looked at before it is published, with what goes wrong on the way. */
export const previewPlaces = {
  front: { kind: 'front' },
  identity: { kind: 'step', step: 'identity' },
  identity_missing: { kind: 'step', step: 'identity' },
  verify: { kind: 'step', step: 'verify' },
  verify_wrong: { kind: 'step', step: 'verify' },
  consent: { kind: 'step', step: 'consent' },
  institution: { kind: 'step', step: 'institution' },
  institution_none: { kind: 'step', step: 'institution' },
  login: { kind: 'step', step: 'login' },
  login_wrong: { kind: 'step', step: 'login' },
  login_bank_off: { kind: 'step', step: 'login' },
  mfa: { kind: 'step', step: 'mfa' },
  mfa_wrong: { kind: 'step', step: 'mfa' },
  connecting: { kind: 'step', step: 'connecting' },
  approval: { kind: 'step', step: 'connecting' },
  review: { kind: 'step', step: 'review' },
  accounts: { kind: 'step', step: 'accounts' },
  accounts_none: { kind: 'step', step: 'accounts' },
  done: { kind: 'step', step: 'done' },
  done_declined: { kind: 'step', step: 'done' },
  done_failed: { kind: 'step', step: 'done' },
  link_expired: { kind: 'problem', code: 'link_expired' },
  session_expired: { kind: 'problem', code: 'session_expired' },
  demo_off: { kind: 'problem', code: 'demo_off' },
  bank_down: { kind: 'problem', code: 'unavailable' },
} as const satisfies Record<
  string,
  { kind: 'front' } | { kind: 'step'; step: StepId } | { kind: 'problem'; code: ErrorCode }
>
export type PreviewPlace = keyof typeof previewPlaces
export type StepPlace = {
  [P in PreviewPlace]: (typeof previewPlaces)[P] extends { kind: 'step' } ? P : never
}[PreviewPlace]

export const previewPlaceNames = Object.keys(previewPlaces) as PreviewPlace[]

/** What somebody wants to see of what is being prepared. `preset` null: the order that the policy asks for. */
export type PreviewWish = {
  readonly place: PreviewPlace
  readonly language: 'en' | 'fr'
  readonly theme: 'light' | 'dark'
  readonly width: 'phone' | 'desktop'
  readonly preset: 'express' | 'connect' | 'bank_first' | null
  readonly who: SamplePerson
}

const among = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null

/** Whatever is no choice of ours reads as the first. */
export const readPreviewWish = (get: (name: string) => string): PreviewWish => ({
  place: among(previewPlaceNames, get('place')) ?? 'front',
  language: among(['en', 'fr'], get('in')) ?? 'en',
  theme: among(['light', 'dark'], get('theme')) ?? 'light',
  width: among(['phone', 'desktop'], get('width')) ?? 'phone',
  preset: among(['express', 'connect', 'bank_first'], get('order')),
  who: among(samplePersonNames, get('who')) ?? 'usual',
})
