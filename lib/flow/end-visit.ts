import { chooseAccounts, chosenIds } from '#lib/accounts/choose-accounts.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { offerAccounts } from '#lib/accounts/offer-accounts.ts'
import { countKept } from '#lib/accounts/settle-accounts.ts'
import { noSecrets } from '#lib/connections/attempt-secrets.ts'
import { moveAttempt } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, deleteUnusedConnection } from '#lib/connections/connection-store.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { announceVisitEnded } from '#lib/delivery/announce.ts'
import type { SessionOutcome } from '#lib/sessions/session.ts'
import { closeSession, insertEvent } from '#lib/sessions/session-store.ts'
import { filterOf } from './account-filter.ts'
import { scheduleRefresh } from './api/schedule-refresh.ts'
import { findCopyAddress } from './copy-address.ts'
import { dropOffered } from './drop-offered.ts'
import type { OpenVisit } from './open-visit.ts'
import { tellHolderReady } from './tell-connection.ts'

/** Gives up what an unfinished visit had begun at the bank, and keeps nothing that was not chosen. */
const settle = async (tx: TenantDb, open: OpenVisit, outcome: SessionOutcome): Promise<void> => {
  const { attempt, connection, session } = open
  if (attempt && !connection) {
    await moveAttempt(tx, { id: attempt.id, to: 'abandoned' }, noSecrets)
  }
  if (!connection) return
  await dropOffered(tx, connection.id, { sessionId: session.id, now: open.now })
  if ((await countKept(tx, connection.id)) === 0) await deleteUnusedConnection(tx, connection.id)
  if (outcome !== 'finished') return
  if (session.frame?.settings.scheduleRefresh) await scheduleRefresh(tx, connection, true, open.now)
  const payload = { connectionId: connection.id, days: open.policy.daysOfTransactions }
  await recordOutboxEvent(tx, { topic: 'connection.fetch_transactions', sessionId: session.id, payload })
}

/** Right behind the end of the visit: the history may take longer to read. */
const tellHolder = async (tx: TenantDb, { session, now }: OpenVisit, connection: ConnectionRow) => {
  const consent = await findConsent(tx, connection.consentId)
  if (!consent?.scopes.includes('holder_contact')) return
  const { id: sessionId, tag, isDemo: isTest } = session
  await tellHolderReady(tx, connection, { sessionId, tag, isTest, at: now })
}

/** What the business hears of the comparison: anything that its policy does not pass over in silence. */
const holderOf = ({ holderCheck }: OpenVisit) => {
  if (!holderCheck) return null
  const { outcome, decision, reference } = holderCheck
  return { outcome, isFlagged: decision !== 'go_on', reference }
}

/** The copy by mail is asked for with the end itself; the worker looks the address up, so none stands in the outbox. */
const orderCopy = async (tx: TenantDb, open: OpenVisit): Promise<void> => {
  const { id: sessionId } = open.session
  if ((await findCopyAddress(open)) === null) return
  await recordOutboxEvent(tx, { topic: 'mail.copy', sessionId, payload: { sessionId } })
}

/** Where nobody is asked which accounts they share, all are that may be; a login that shows none shares nothing. */
const outcomeWithAccounts = async (
  tx: TenantDb,
  open: OpenVisit,
  outcome: SessionOutcome,
): Promise<SessionOutcome> => {
  const { connection, visit, session, now } = open
  if (outcome !== 'finished' || !connection || visit.asksAccounts || session.endedAt) return outcome
  const ids = chosenIds('all', offerAccounts(await listAccounts(tx, connection.id), filterOf(open)), [])
  if (!ids.ok) return 'failed'
  await chooseAccounts(tx, connection.id, ids.value, now)
  return 'finished'
}

/**
 * Ends a visit once, in the transaction of the caller: what was begun is settled and the outcome announced with it.
 * False, and nothing is written, when it had ended already.
 */
export const endVisit = async (tx: TenantDb, open: OpenVisit, wanted: SessionOutcome): Promise<boolean> => {
  const { session, connection, now } = open
  const outcome = await outcomeWithAccounts(tx, open, wanted)
  if (!(await closeSession(tx, session.id, outcome, now))) return false
  await settle(tx, open, outcome)
  await insertEvent(tx, session.id, { name: 'visit_ended', detail: { outcome } })
  const loginId = outcome === 'finished' ? (connection?.loginId ?? null) : null
  const holder = holderOf(open)
  const { id: sessionId, tag, isDemo: isTest } = session
  await announceVisitEnded(tx, { sessionId, outcome, loginId, tag, isTest, at: now, holder })
  if (outcome === 'finished' && connection) {
    await tellHolder(tx, open, connection)
    await orderCopy(tx, open)
  }
  return true
}
