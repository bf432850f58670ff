import { listScheduledConnections } from '#lib/connections/nightly-store.ts'
import { findNightlyStanding } from '#lib/flow/nightly-standing.ts'
import type { Call } from '../call.ts'
import { codeOfFault } from '../fault-codes.ts'
import { type Reply, succeed } from '../reply.ts'
import { dialectInstant } from '../shapes/login-shape.ts'

/** The logins that asked for the nights and are not read in them, each with whose turn it is. */
export const nightlyStatus = async ({ db, now }: Call): Promise<Reply> => {
  const IneligibleCards = []
  for (const connection of await listScheduledConnections(db)) {
    const { standing } = await findNightlyStanding(db, connection, now)
    if (standing.isEligible) continue
    IneligibleCards.push({
      LoginId: connection.loginId,
      LastRefreshDate: dialectInstant(connection.refreshedAt),
      LastRefreshState: standing.state,
      LastRefreshErrorCode: standing.fault && codeOfFault(standing.fault),
    })
  }
  return succeed({ IneligibleCards, Message: 'SUCCESS', FlinksCode: 'OK' })
}
