import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { sealSecret } from './endpoint-secrets.ts'
import { endpointState, type NewEndpoint, toEndpoint, type WebhookEndpoint } from './webhook-endpoint.ts'
import { insertEndpoint, listEndpointRows } from './webhook-endpoint-store.ts'
import { isUsableSecret, mintWebhookSecret } from './webhook-secret.ts'

/** More would make every event of the tenant slow to write. */
export const mostEndpoints = 20

export type CreatedEndpoint = { readonly endpoint: WebhookEndpoint; readonly secret: string }

/** A new endpoint. Its secret is told here and never again; `actor` is who is named in the audit log. */
export const createEndpoint = async (
  db: TenantDb,
  input: NewEndpoint,
  actor: string,
): Promise<Outcome<CreatedEndpoint, 'secret_unusable' | 'too_many'>> => {
  const { secret = mintWebhookSecret(input.envelope), ...columns } = input
  if (!isUsableSecret(input.envelope, secret)) return failed('secret_unusable')
  if ((await listEndpointRows(db)).length >= mostEndpoints) return failed('too_many')
  const id = mintId('whe')
  const row = await inTransaction(db, async (tx) => {
    const state = endpointState({ ...columns, disabledAt: null, disabledReason: null })
    const detail = changesBetween({}, state)
    await recordAudit(tx, { actor, action: 'webhook_endpoint.created', subject: id, detail })
    return insertEndpoint(tx, { id, ...columns, secretSealed: await sealSecret(tx, id, secret) })
  })
  return succeeded({ endpoint: toEndpoint(row), secret })
}
