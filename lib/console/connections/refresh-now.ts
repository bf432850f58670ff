import { findConnection } from '#lib/connections/connection-store.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { findLiveConsent, mayReread } from '#lib/flow/api/live-consent.ts'
import { refreshLogin } from '#lib/flow/api/refresh-login.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

export type RefreshRefusal = 'unknown' | 'consent_ended' | 'not_agreed' | 'busy' | 'failed'

/** As long as somebody waits for a page; a bank that takes longer is read all the same. */
const patienceMs = 8 * secondMs

/** Asks the bank again, now: only under a living consent that lets it be read without the person (CA1, CA4). */
export const refreshNow = async (
  desk: Desk<'connections.act'>,
  id: string,
  now: Date,
): Promise<Outcome<null, RefreshRefusal>> => {
  const { db } = desk
  const connection = await findConnection(db, id)
  if (!connection) return failed('unknown')
  const consent = await findLiveConsent(db, connection, now)
  if (!consent.ok) return failed('consent_ended')
  if (!mayReread(connection, consent.value, now)) return failed('not_agreed')
  await inTransaction(db, (tx) => recordChange(tx, desk, { action: 'connection.refresh_asked', subject: id }))
  const asked = { requestId: mintGuid(), connection, consent: consent.value, tag: null, now, patienceMs }
  const refreshed = await refreshLogin(db, asked)
  if (!refreshed.ok) return refreshed
  return (await findConnection(db, id))?.refreshFault ? failed('failed') : succeeded(null)
}
