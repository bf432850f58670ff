import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import type { Env } from '#lib/kit/env.ts'
import { hostile } from './hostile.ts'
import { maple } from './maple.ts'
import { nordik } from './nordik.ts'
import { plantApiKey } from './plant-api-key.ts'
import { plantTenant } from './plant-tenant.ts'
import { plantWebhooks } from './plant-webhooks.ts'

export type Planted = { readonly institutions: number; readonly tenants: number }

/** Fills the directory, and in the demo its tenants. Answers how many rows were written: none the second time. */
export const seed = async (env: Pick<Env, 'PORTICO_MODE' | 'DEMO_PORT' | 'BANK_URL'>): Promise<Planted> => {
  const institutions = await seedInstitutions()
  // The demo's secrets are public: a production database never holds them.
  if (env.PORTICO_MODE !== 'demo') return { institutions, tenants: 0 }
  const business = `http://127.0.0.1:${env.DEMO_PORT}`
  let tenants = 0
  for (const tenant of [maple, nordik, hostile])
    tenants += await plantTenant(tenant, { business, bank: env.BANK_URL })
  await plantApiKey(maple.slug)
  await plantWebhooks(maple.slug, business)
  return { institutions, tenants }
}
