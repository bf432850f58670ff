import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { type NightlyStanding, nightlyStandingOf } from '#lib/connections/nightly.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { listEnabledEndpoints } from '#lib/delivery/webhook-endpoint-store.ts'
import { findLiveConsent } from './api/live-consent.ts'

export type NightlyLogin = { readonly standing: NightlyStanding; readonly consent: ConsentRow | null }

/** Whether a connection takes part in the nights, with the consent that lets it. */
export const findNightlyStanding = async (
  db: TenantDb,
  connection: ConnectionRow,
  now: Date,
): Promise<NightlyLogin> => {
  const live = await findLiveConsent(db, connection, now)
  const consent = live.ok && live.value.scopes.includes('ongoing_refresh') ? live.value : null
  const hearsByWebhook = (await listEnabledEndpoints(db, false)).length > 0
  const standing = nightlyStandingOf(connection, { now, hasConsent: consent !== null, hearsByWebhook })
  return { standing, consent }
}
