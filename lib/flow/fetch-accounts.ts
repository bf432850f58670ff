import { findAttempt, markAccountsRead, moveAttempt } from '#lib/connections/attempt-store.ts'
import { findConnection, updateConnection } from '#lib/connections/connection-store.ts'
import { isLive } from '#lib/consents/consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { endApiVisit } from './api/end-api-visit.ts'
import { askAccounts } from './ask-accounts.ts'
import { checkHolder, dueHolderCheck } from './check-holder.ts'
import { chooseResumed } from './choose-resumed.ts'
import { keepAccounts } from './keep-accounts.ts'

/**
 * Reads the accounts of a new connection and stores them, within what was agreed; where the tenant asks who the person
 * is, their holder is compared in the same breath. Run by a job: running it again after it has finished does nothing,
 * and running it twice at once stores the same. A bank that will not give them leaves the attempt `degraded`, and the
 * person is told.
 */
export const fetchAccounts = async (
  db: TenantDb,
  ids: { readonly connectionId: string; readonly attemptId: string },
): Promise<void> => {
  const [connection, attempt] = await Promise.all([
    findConnection(db, ids.connectionId),
    findAttempt(db, ids.attemptId),
  ])
  const isAsked = (await dueHolderCheck(db, ids.attemptId)) !== null
  if (!connection || !attempt || (attempt.accountsReadAt && !isAsked)) return
  const consent = await findConsent(db, connection.consentId)
  if (!connection.grantSealed || !consent || !isLive(consent, new Date())) return
  const fetched = await askAccounts(db, connection)
  const fetchedAt = new Date()
  const { sessionId } = attempt
  await inTransaction(db, async (tx) => {
    if (fetched.ok) {
      await keepAccounts(tx, connection, consent, { accounts: fetched.value, fetchedAt })
      await chooseResumed(tx, attempt, { connectionId: connection.id, now: fetchedAt })
      await markAccountsRead(tx, attempt.id, fetchedAt)
      // Asked again: the person may have corrected what they said while the bank was answering.
      const due = await dueHolderCheck(tx, ids.attemptId)
      if (due) await checkHolder(tx, due, fetched.value)
      await endApiVisit(tx, sessionId, 'finished')
      return
    }
    const { code: fault, retryAfterMs } = fetched.reason
    const retryAt = retryAfterMs === undefined ? null : later(fetchedAt, retryAfterMs)
    await updateConnection(tx, connection.id, { fetchFault: fault })
    await moveAttempt(tx, { id: ids.attemptId, to: 'degraded' }, { fault, retryAt })
    await endApiVisit(tx, sessionId, 'failed')
  })
}
