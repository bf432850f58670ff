import type { Frame, ViewOf } from '#lib/flow/view.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { Translate } from '#lib/kit/i18n.ts'

/** What every page of the journey is made from, and nothing more. */
export type PageProps<S extends StepId> = {
  readonly frame: Frame
  readonly view: ViewOf<S>
  readonly t: Translate
}
