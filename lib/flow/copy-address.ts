import { findClaim } from '#lib/identity/find-claim.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import type { OpenVisit } from './open-visit.ts'

/** Where a copy of what is shared can be sent: what the person gave, else what the tenant put into their link. */
export const findCopyAddress = async ({ db, session }: OpenVisit): Promise<string | null> => {
  const claimId = session.facts.identity?.claimId
  const given = claimId ? (await findClaim(db, claimId))?.details.email : undefined
  return given ?? (await findPrefill(db, session.linkId))?.values.email ?? null
}
