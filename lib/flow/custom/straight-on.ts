import { currentStep } from '#lib/journey/journey.ts'
import { goToBank, type WayToBank } from '../go-to-bank.ts'
import { hasBankPage } from '../has-bank-page.ts'
import { type OpenVisit, openVisit } from '../open-visit.ts'
import { seenOf } from '../seen.ts'

/** A visit from the tenant's own screens that has nothing left to show: it leads straight back. */
export const isStraightBack = ({ session, visit }: OpenVisit): boolean =>
  session.front === 'custom' && currentStep(visit) === 'done'

/**
 * The way to the bank's own page for a visit from the tenant's own screens, as soon as the person has agreed: no page of
 * ours comes between. Null where one must.
 */
export const goStraightToBank = async (sessionId: string, proof: string): Promise<WayToBank> => {
  const opened = await openVisit(sessionId, proof)
  if (!opened.ok) return null
  const open = opened.value
  const { session, visit, attempt } = open
  const isDue = session.front === 'custom' && attempt === null && currentStep(visit) === 'login'
  return isDue && (await hasBankPage(open)) ? goToBank(open, seenOf(open)) : null
}
