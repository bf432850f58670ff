import { tenantDb } from '#lib/db/tenant-db.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { listEndpoints } from '#lib/delivery/list-endpoints.ts'
import { updateEndpoint } from '#lib/delivery/update-endpoint.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'

/** Known to all, as the demo’s other secrets: the business that comes with it verifies by them. */
export const demoWebhookSecret = 'whsec_ZGVtby13ZWJob29rLXNlY3JldC1vZi1tYXBsZS1sZW5kaW5n'
export const demoDialectSecret = 'demo-dialect-webhook-secret-maple'

const wanted = [
  { path: '/hooks/standard', envelope: 'standard', secret: demoWebhookSecret, isTest: false },
  { path: '/hooks/standard', envelope: 'standard', secret: demoWebhookSecret, isTest: true },
  { path: '/hooks/dialect', envelope: 'dialect', secret: demoDialectSecret, isTest: false },
] as const

const actor = 'operator:seed'

/** The demo business listens in both envelopes, and to test visits too; an endpoint follows it to another port. */
export const plantWebhooks = async (slug: string, business: string): Promise<void> => {
  const tenant = await findTenantBySlug(slug)
  if (!tenant) return
  const db = tenantDb(tenant.id)
  const there = await listEndpoints(db)
  for (const { path, ...asked } of wanted) {
    const url = `${business}${path}`
    const known = there.find((one) => one.isTest === asked.isTest && new URL(one.url).pathname === path)
    if (!known) await createEndpoint(db, newEndpointSchema.parse({ url, ...asked }), actor)
    else if (known.url !== url) await updateEndpoint(db, known.id, { url }, actor)
  }
}
