import type { Facts } from './facts.ts'
import { orderPresets } from './order-presets.ts'
import type { StepId } from './step-ids.ts'
import { steps } from './steps.ts'
import type { Visit } from './visit.ts'

/** The steps this visit takes, in order, `done` last. */
export const pathOf = (visit: Visit): readonly StepId[] =>
  orderPresets[visit.preset].filter((id) => steps[id].isNeeded(visit))

/** The step that is due: the first needed one that is not done. */
export const currentStep = (visit: Visit): StepId =>
  visit.hasEnded ? 'done' : (pathOf(visit).find((id) => !steps[id].isDone(visit)) ?? 'done')

/** True for the step that is due and for earlier ones that may be changed. */
export const mayVisit = (visit: Visit, step: StepId): boolean => {
  const current = currentStep(visit)
  if (step === current) return true
  if (visit.hasEnded || !steps[step].isReopenable) return false
  const path = pathOf(visit)
  const index = path.indexOf(step)
  return index >= 0 && index < path.indexOf(current)
}

/** Where "back" leads from `step`: the nearest earlier step that may be visited, or null. */
export const previousStep = (visit: Visit, step: StepId): StepId | null => {
  const path = pathOf(visit)
  const earlier = path.slice(0, Math.max(0, path.indexOf(step))).reverse()
  return earlier.find((id) => mayVisit(visit, id)) ?? null
}

/** The facts after `step` was changed: what it makes untrue is gone. */
export const forget = (facts: Facts, step: StepId): Facts => {
  const forgotten = new Set<string>(steps[step].forgets)
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !forgotten.has(name)))
}

/** "Step `at` of `of`": steps that come and go share the number of the one they belong to, so `of` never jumps. */
export const placeOf = (visit: Visit, step: StepId): { at: number; of: number } => {
  const places = orderPresets[visit.preset].filter((id) => {
    const isStable = steps[id].place === id && id !== 'done'
    return isStable && steps[id].isNeeded(visit)
  })
  const index = places.indexOf(steps[step].place)
  return { at: index < 0 ? places.length : index + 1, of: places.length }
}
