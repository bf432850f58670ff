import { type PreviewPlace, placeAt } from './preview-places.ts'
import { type SamplePersonName, samplePersonNames } from './sample-people.ts'

/** What somebody wants to see of what is being prepared. `preset` null: the order that the policy asks for. */
export type PreviewWish = {
  readonly place: PreviewPlace
  readonly language: 'en' | 'fr'
  readonly theme: 'light' | 'dark'
  readonly width: 'phone' | 'desktop'
  readonly preset: 'express' | 'connect' | 'bank_first' | null
  readonly who: SamplePersonName
}

const among = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null

/** Whatever is no choice of ours reads as the first. */
export const readPreviewWish = (get: (name: string) => string): PreviewWish => ({
  place: placeAt(get('place')),
  language: among(['en', 'fr'], get('in')) ?? 'en',
  theme: among(['light', 'dark'], get('theme')) ?? 'light',
  width: among(['phone', 'desktop'], get('width')) ?? 'phone',
  preset: among(['express', 'connect', 'bank_first'], get('order')),
  who: among(samplePersonNames, get('who')) ?? 'usual',
})
