import { type ConnectionRow, updateConnection } from '#lib/connections/connection-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findLiveConsent } from './live-consent.ts'

/** Turning it on starts afresh, whatever failed before; only where regular updates were agreed to. */
export const scheduleRefresh = async (
  db: TenantDb,
  connection: ConnectionRow,
  isOn: boolean,
  now: Date,
): Promise<Outcome<null, 'not_agreed' | 'consent_ended'>> => {
  if (isOn) {
    const consent = await findLiveConsent(db, connection, now)
    if (!consent.ok) return failed('consent_ended')
    if (!consent.value.scopes.includes('ongoing_refresh')) return failed('not_agreed')
  }
  const afresh = isOn
    ? { refreshFailures: 0, refreshFault: null, refreshTriedAt: null, refreshDueAt: now }
    : {}
  await updateConnection(db, connection.id, { isRefreshedNightly: isOn, ...afresh })
  return succeeded(null)
}
