import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { type ApiKey, type NewApiKey, newApiKeySchema, prefixOf } from './api-key.ts'
import { insertApiKey } from './api-key-store.ts'

/**
 * A new key and, this once, its secret: 256 bits behind a prefix that says what it is. `secret` is given only for the
 * demo, whose key is published. Throws a ZodError when the input is not usable.
 */
export const createApiKey = async (
  db: TenantDb,
  input: NewApiKey,
  { actor, secret }: { readonly actor: string; readonly secret?: string },
): Promise<{ readonly key: ApiKey; readonly secret: string }> => {
  const asked = newApiKeySchema.parse(input)
  const minted = secret ?? `${prefixOf(asked.mode)}${mintToken()}`
  const key = await inTransaction(db, async (tx) => {
    const made = await insertApiKey(tx, {
      id: mintId('apk'),
      ...asked,
      secretHash: sha256(minted),
      hint: minted.slice(-4),
    })
    const detail = changesBetween({}, { mode: made.mode, scopes: made.scopes.join(' ') })
    await recordAudit(tx, { actor, action: 'api_key.created', subject: made.id, detail })
    return made
  })
  return { key, secret: minted }
}
