import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { dueAt, needsAnswer, nextTurn, windowAt } from '#lib/connections/nightly.ts'
import { listNightlyConnections, listRestingBanks, setDue, takeTurn } from '#lib/connections/nightly-store.ts'
import type { FaultCode } from '#lib/connectors/faults.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { log } from '#lib/kit/log.ts'
import { loginAtNight } from './api/login-at-night.ts'
import { findNightlyStanding } from './nightly-standing.ts'
import { recordRefreshFailure, rereadConnection } from './reread-connection.ts'
import { occasionOf, tellAttentionNeeded } from './tell-connection.ts'

/** What one round, a minute, asks of one bank at most. A bank that fails in it is left alone until the next. */
const mostPerInstitution = 10
/** For so long after a bank said "too many" nobody's night goes on there. */
const restMs = 15 * minuteMs
/** More than a round can do; what is left over is first in the next. */
const most = { perBank: 100, inAll: 2_000 }

const settleFault = async (
  db: TenantDb,
  connection: ConnectionRow,
  fault: FaultCode | typeof needsAnswer,
): Promise<void> => {
  const told = fault === needsAnswer ? 'wrong_answer' : fault
  await inTransaction(db, async (tx) => {
    await recordRefreshFailure(tx, connection.id, fault)
    await tellAttentionNeeded(tx, connection, await occasionOf(tx, null, new Date()), told)
  })
}

/** Reads with the grant there is, and where the bank wants a new login, with what is kept of it. */
const refreshOne = async (db: TenantDb, connection: ConnectionRow, consent: ConsentRow): Promise<boolean> => {
  const reread = await rereadConnection(db, connection, consent)
  if (reread.ok) return true
  const again =
    reread.reason.code === 'bank_session_expired' ? await loginAtNight(db, connection, consent) : null
  if (again === 'linked') return true
  await settleFault(db, connection, again ?? reread.reason.code)
  return false
}

/** True while the bank goes on: it answered, or was not asked. Who takes no part is looked at again in the next night. */
const takeOne = async (connection: ConnectionRow, now: Date): Promise<boolean> => {
  const db = tenantDb(connection.tenantId as TenantId)
  const { standing, consent } = await findNightlyStanding(db, connection, now)
  if (!standing.isEligible || !consent) {
    await setDue(db, connection, nextTurn(connection.id, now))
    return true
  }
  if (!(await takeTurn(db, connection, now))) return true
  return refreshOne(db, connection, consent)
}

/** Those that are due; the others are looked at when they are (decision 0121). */
const sortOut = async (
  candidates: readonly ConnectionRow[],
  { opensAt, now }: { readonly opensAt: Date; readonly now: Date },
): Promise<ConnectionRow[]> => {
  const due: ConnectionRow[] = []
  for (const connection of candidates) {
    const at = dueAt(connection, opensAt)
    if (at <= now) due.push(connection)
    else await setDue(tenantDb(connection.tenantId as TenantId), connection, at)
  }
  return due
}

/**
 * One round of the night: reads the logins whose turn it is, bank by bank, each bank by one caller at a time. Outside of
 * the window it does nothing. Run each minute by one worker; two at once would still read each login once.
 */
export const refreshNightly = async (now: Date): Promise<void> => {
  const opensAt = windowAt(now)
  if (!opensAt) return
  const resting = await listRestingBanks(later(now, -restMs))
  const due = await sortOut(await listNightlyConnections(now, resting, most), { opensAt, now })
  const byBank = Map.groupBy(due, ({ institutionId }) => institutionId)
  const rounds = [...byBank.values()].map(async (connections) => {
    for (const connection of connections.slice(0, mostPerInstitution))
      if (!(await takeOne(connection, now))) return
  })
  for (const round of await Promise.allSettled(rounds))
    if (round.status === 'rejected') log('error', 'nightly round failed', { name: round.reason?.name })
}
