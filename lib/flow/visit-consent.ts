import { isLive } from '#lib/consents/consent.ts'
import { type ConsentRow, findConsent } from '#lib/consents/consent-store.ts'
import type { OpenVisit } from './open-visit.ts'

/** The live consent under which this visit may ask a bank, or null: then nothing is asked (CA1). */
export const findVisitConsent = async ({ db, session, now }: OpenVisit): Promise<ConsentRow | null> => {
  const id = session.facts.consent?.consentId
  const consent = id ? await findConsent(db, id) : null
  return consent && isLive(consent, now) ? consent : null
}
