import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { openSecrets, sealFormerSecret, sealSecret } from './endpoint-secrets.ts'
import { lockEndpoint, updateEndpointRow } from './webhook-endpoint-store.ts'
import { mintWebhookSecret } from './webhook-secret.ts'

export type RotatedSecret = { readonly secret: string; readonly formerSecretEndsAt: Date }

/**
 * A new secret that signs from now on. In the standard envelope the former one signs beside it for `overlapHours`
 * (W3); the dialect has room for one signature, so there the new one counts at once. Rotating again within that time
 * lets go of the older of the two.
 */
export const rotateSecret = (
  db: TenantDb,
  id: string,
  actor: string,
  overlapHours = 24,
): Promise<Outcome<RotatedSecret, 'unknown'>> =>
  inTransaction(db, async (tx) => {
    const row = await lockEndpoint(tx, id)
    if (!row) return failed('unknown')
    const now = new Date()
    const [former = ''] = await openSecrets(tx, row, now)
    const secret = mintWebhookSecret(row.envelope)
    const formerSecretEndsAt = later(now, overlapHours * hourMs)
    await updateEndpointRow(tx, id, {
      secretSealed: await sealSecret(tx, id, secret),
      formerSecretSealed: await sealFormerSecret(tx, id, former),
      formerSecretEndsAt,
    })
    await recordAudit(tx, { actor, action: 'webhook_endpoint.secret_rotated', subject: id, detail: {} })
    return succeeded({ secret, formerSecretEndsAt })
  })
