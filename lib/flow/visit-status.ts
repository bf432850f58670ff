import { currentStep } from '#lib/journey/journey.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { type OpenVisit, openVisit } from './open-visit.ts'
import { pollBank } from './steps/connecting.ts'

/** Asks a bank that keeps us waiting for news, and says which step is due then. */
export const visitStatus = async (open: OpenVisit, proof: string): Promise<StepId> => {
  if (!(await pollBank(open))) return currentStep(open.visit)
  const again = await openVisit(open.session.id, proof)
  return currentStep(again.ok ? again.value.visit : open.visit)
}
