import type { HandedFile } from '#lib/connectors/handed-in.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Session } from '#lib/sessions/session.ts'
import type { OpenVisit } from './open-visit.ts'
import type { FieldError, Flash, ViewOf } from './view.ts'

/** What came with a form, as text; `files` only by the door that takes them. */
export type StepForm = {
  readonly files?: readonly HandedFile[]
  readonly get: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

export type StepQuery = { readonly get: (name: string) => string | null }

/** Done, with the visit as it now is where the step knows that; or what to tell the person on the same page. */
export type StepResult = Outcome<Session | null, Flash>

/** One step of the spine: what its page shows, and what its form does. A step that only shows has no `submit`. */
export type StepModule<S extends StepId> = {
  readonly view: (open: OpenVisit, query: StepQuery) => Promise<ViewOf<S>>
  readonly submit?: (open: OpenVisit, form: StepForm) => Promise<StepResult>
}

/** Done; how the visit stands has to be read. */
export const stepDone: StepResult = succeeded(null)

/** Done, and the visit is `session` now: nothing but its facts was changed. */
export const stepRecorded = (session: Session): StepResult => succeeded(session)

/** Refuses a form: the errors come back once with what was typed. Never give a secret in `values`. */
export const refuse = (
  errors: readonly FieldError[],
  values: Readonly<Record<string, string>> = {},
): StepResult => failed({ errors, values })

/** Tells something that belongs to no field; `notice` is a key under `notices`. */
export const notify = (notice: string): StepResult => failed({ errors: [], values: {}, notice })
