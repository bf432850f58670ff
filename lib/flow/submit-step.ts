import { currentStep, mayVisit } from '#lib/journey/journey.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { leaveFlash } from '#lib/sessions/flash.ts'
import { openSession } from '#lib/sessions/open-session.ts'
import type { Session } from '#lib/sessions/session.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { type OpenVisit, visitOfSession } from './open-visit.ts'
import { StaleVisitError } from './record-fact.ts'
import { type StepForm, type StepModule, type StepResult, stepDone } from './step-module.ts'
import { stepModules } from './steps.ts'
import type { Flash } from './view.ts'

/** Where a POST leads: always a page to GET. */
export type Destination = { readonly step: StepId }

const run = async (open: OpenVisit, step: StepId, form: StepForm): Promise<StepResult> => {
  const { submit } = stepModules[step] as StepModule<StepId>
  if (!submit) return stepDone
  try {
    return await submit(open, form)
  } catch (thrown) {
    if (thrown instanceof StaleVisitError) return stepDone
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

const readAgain = async ({ session }: OpenVisit, proof: string): Promise<Session | null> => {
  const again = await openSession(session.id, proof, new Date())
  return again.ok ? again.value : null
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
  const result = await run(open, step, form)
  if (!result.ok) {
    const { reason } = result
    await Promise.all([leaveFlash(open.db, open.session, reason), recordProblems(open, step, reason)])
    return { step }
  }
  const session = result.value ?? (await readAgain(open, proof))
  return { step: session ? currentStep((await visitOfSession(session, new Date())).visit) : step }
}
