import { recordAudit } from '#lib/audit/record-audit.ts'
import { stopNights } from '#lib/connections/nightly-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { pauseAllEndpoints } from '#lib/delivery/webhook-endpoint-store.ts'
import { closeAllSessions } from '#lib/sessions/session-store.ts'
import { disableTenant } from '#lib/tenants/tenant-store.ts'
import { shredTenantKeys } from '#lib/vault/tenant-keys.ts'

/**
 * Erases what a tenant has sealed by deleting its keys, closes its doors and ends what runs for it by itself, in one
 * transaction with the entry in its log. Cannot be undone.
 */
export const shredTenant = (
  db: TenantDb,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> =>
  shredTenantKeys(db, async (tx) => {
    await closeAllSessions(tx, now)
    await stopNights(tx)
    await pauseAllEndpoints(tx, now)
    await disableTenant(tx, now)
    await recordAudit(tx, { actor, action: 'vault.shredded', subject: tx.tenantId, detail: {} })
  })
