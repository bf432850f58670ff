import { currentStep } from '#lib/journey/journey.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { windowPassOf } from './bank-window.ts'
import { type OpenVisit, openVisit } from './open-visit.ts'
import { seenOf } from './seen.ts'
import { isAtBankPage, pollBank } from './steps/connecting.ts'

/** For a page that waits: what is due, and for one beside a bank's window the try that the visit is at. */
export type VisitStatus = {
  readonly step: StepId
  readonly isAtBank: boolean
  readonly try: { readonly seen: string; readonly pass: string }
}

const statusOf = async (open: OpenVisit): Promise<VisitStatus> => ({
  step: currentStep(open.visit),
  isAtBank: isAtBankPage(open.attempt),
  try: { seen: seenOf(open), pass: await windowPassOf(open) },
})

/** Asks a bank that keeps us waiting for news, and says which step is due then. */
export const visitStatus = async (open: OpenVisit, proof: string): Promise<VisitStatus> => {
  if (!(await pollBank(open))) return statusOf(open)
  const again = await openVisit(open.session.id, proof)
  return statusOf(again.ok ? again.value : open)
}
