import type { Desk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'

export type KeyScene = {
  readonly desk: Desk
  readonly language: Language
  readonly now: Date
  readonly t: Translate
}
