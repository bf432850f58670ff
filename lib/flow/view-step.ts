import { currentStep, mayVisit, placeOf, previousStep } from '#lib/journey/journey.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { takeFlash } from '#lib/sessions/flash.ts'
import { tellShown, touchSession } from '#lib/sessions/session-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import type { OpenVisit } from './open-visit.ts'
import { seenOf } from './seen.ts'
import type { StepModule, StepQuery } from './step-module.ts'
import { stepModules } from './steps.ts'
import type { Frame, StepView } from './view.ts'
import { timeOf } from './visit-time.ts'

export type StepPage = { readonly frame: Frame; readonly view: StepView }

const frameOf = async (open: OpenVisit, step: StepId): Promise<Frame> => {
  const { session, visit, policy } = open
  const [brand, flash] = await Promise.all([
    getPaintedBrand(open.db, session.brandId),
    takeFlash(open.db, session),
  ])
  return {
    sessionId: session.id,
    reference: session.reference,
    step,
    brand,
    language: session.language,
    languages: policy.languages,
    isDemo: session.isDemo,
    embed: session.frame?.settings ?? null,
    isReturning: session.returnUrl !== null,
    back: previousStep(visit, step),
    place: placeOf(visit, step),
    flash: flash as Frame['flash'],
    time: timeOf(open),
    isBankFixed: visit.isBankFixed ?? false,
    bankOpens: 'here',
    seen: seenOf(open),
  }
}

/** Once a minute is enough to keep a visit alive, and spares a write on every page. */
const touchEveryMs = 60 * secondMs

/** What the page of `step` shows; or the step that is due instead, for a wrong URL is not an error. */
export const viewStep = async (
  open: OpenVisit,
  step: StepId,
  query: StepQuery,
): Promise<Outcome<StepPage, StepId>> => {
  if (!mayVisit(open.visit, step)) return failed(currentStep(open.visit))
  const isDue = open.now.getTime() - open.session.seenAt.getTime() > touchEveryMs
  if (isDue) await touchSession(open.db, open.session.id, open.now)
  const seen = isDue ? { ...open, session: { ...open.session, seenAt: open.now } } : open
  const [view] = await Promise.all([
    (stepModules[step] as StepModule<StepId>).view(seen, query),
    open.session.shown.includes(step) ? null : tellShown(open.db, open.session.id, step),
  ])
  return succeeded({ frame: await frameOf(seen, step), view })
}
