import { type ApiScope, apiScopes } from '#lib/tenants/api-key.ts'
import { createApiKey } from '#lib/tenants/create-api-key.ts'
import type { BuiltTenant } from './a-tenant.ts'

/** The secret of a new key of a tenant; a live one that may do everything, unless something else is asked for. */
export const anApiKey = async (
  { db }: Pick<BuiltTenant, 'db'>,
  asked: { readonly mode?: 'test' | 'live'; readonly scopes?: readonly ApiScope[] } = {},
): Promise<string> => {
  const { mode = 'live', scopes = apiScopes } = asked
  const made = await createApiKey(db, { label: 'Built', mode, scopes: [...scopes] }, { actor: 'builder' })
  return made.secret
}
