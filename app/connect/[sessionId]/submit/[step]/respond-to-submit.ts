import { goStraightToBank } from '#lib/flow/custom/straight-on.ts'
import type { OpenVisit } from '#lib/flow/open-visit.ts'
import type { Destination } from '#lib/flow/submit-step.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { seeOther } from '#lib/web/respond.ts'
import { respondToWay } from '../../bank/respond-to-way.tsx'

type Submitted = { readonly open: OpenVisit; readonly proof: string; readonly step: StepId }

/** To the page that is due; or, right behind the consent of a visit that shows no page between, to the bank. */
export const respondToSubmit = async (
  { open, proof, step }: Submitted,
  due: Destination,
): Promise<Response> => {
  const isBehindConsent = step === 'consent' && due.step === 'login'
  const way = isBehindConsent ? await goStraightToBank(open.session.id, proof) : null
  return way
    ? respondToWay({ open, window: 'own' }, way)
    : seeOther(`/connect/${open.session.id}/${due.step}`)
}
