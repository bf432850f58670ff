import { tenantDb } from '#lib/db/tenant-db.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { apiScopes, type NewApiKey } from '#lib/tenants/api-key.ts'
import { findApiKeyByHash } from '#lib/tenants/api-key-store.ts'
import { createApiKey } from '#lib/tenants/create-api-key.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'

/** Everybody knows it: a test key, in the demo alone, so that the quick-start can be typed as it stands. */
export const demoApiKey = 'portico_test_demo_key_of_maple_known_to_all'

/** Gives a demo tenant the published key, unless it has it; one that was revoked stays so. */
export const plantApiKey = async (slug: string): Promise<void> => {
  const tenant = await findTenantBySlug(slug)
  if (!tenant || (await findApiKeyByHash(sha256(demoApiKey)))) return
  const asked: NewApiKey = { label: 'Published demo key', mode: 'test', scopes: [...apiScopes] }
  await createApiKey(tenantDb(tenant.id), asked, { actor: 'operator:seed', secret: demoApiKey })
}
