import { currentStep, mayVisit } from '#lib/journey/journey.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { leaveFlash } from '#lib/sessions/flash.ts'
import { openSession } from '#lib/sessions/open-session.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { type OpenVisit, visitOfSession } from './open-visit.ts'
import { StaleVisitError } from './record-fact.ts'
import type { StepForm, StepModule } from './step-module.ts'
import { stepModules } from './steps.ts'
import type { Flash } from './view.ts'

/** Where a POST leads: always a page to GET. */
export type Destination = { readonly step: StepId }

const run = async (open: OpenVisit, step: StepId, form: StepForm): Promise<Flash | null> => {
  const { submit } = stepModules[step] as StepModule<StepId>
  if (!submit) return null
  try {
    const result = await submit(open, form)
    return result.ok ? null : result.reason
  } catch (thrown) {
    if (thrown instanceof StaleVisitError) return null
    throw thrown
  }
}

const isNumber = ([, value]: [string, string | number]): boolean => typeof value === 'number'

/** Why fields were refused, by codes and the numbers in their words; what was typed stays out of it (O15). */
const recordProblems = async (open: OpenVisit, step: StepId, { errors }: Flash): Promise<void> => {
  if (errors.length === 0) return
  const problems = errors.map(({ code, values = {} }) => ({
    code,
    values: Object.fromEntries(Object.entries(values).filter(isNumber)),
  }))
  await insertEvent(open.db, open.session.id, { name: 'problem_shown', step, detail: { problems } })
}

/**
 * Takes the form of a step and says which page is due. A form for a step that may not be visited, or one that lost a
 * race against another tab, changes nothing and leads to the step that is due.
 */
export const submitStep = async (
  open: OpenVisit,
  proof: string,
  step: StepId,
  form: StepForm,
): Promise<Destination> => {
  if (!mayVisit(open.visit, step)) return { step: currentStep(open.visit) }
  const flash = await run(open, step, form)
  if (flash) {
    await Promise.all([leaveFlash(open.db, open.session, flash), recordProblems(open, step, flash)])
    return { step }
  }
  const again = await openSession(open.session.id, proof, new Date())
  return { step: again.ok ? currentStep((await visitOfSession(again.value, new Date())).visit) : step }
}
