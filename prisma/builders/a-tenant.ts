import { randomUUID } from 'node:crypto'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { publishBrand } from '#lib/tenants/brand-store.ts'
import { createTenant } from '#lib/tenants/create-tenant.ts'
import type { NewFlowPolicy } from '#lib/tenants/flow-policy.ts'
import { publishFlowPolicy } from '#lib/tenants/flow-policy-store.ts'

export type BuiltTenant = {
  readonly db: TenantDb
  readonly slug: string
  readonly customerId: string
  readonly brandId: string
  readonly policyId: string
}

const brand = {
  displayName: 'Test Lending',
  logoPath: null,
  darkLogoPath: null,
  primary: '#1a5632',
  accent: '#b4541a',
  surface: '#ffffff',
  text: '#1b1b1b',
  darkPrimary: '#7cc49a',
  darkAccent: '#f0a26b',
  darkSurface: '#111512',
  darkText: '#f2f2f2',
  cornerRadius: 8,
  font: 'system' as const,
  privacyUrl: 'https://test.example/privacy',
  termsUrl: 'https://test.example/terms',
  complaintsUrl: 'https://test.example/complaints',
  supportEmail: 'help@test.example',
  supportPhone: null,
  copy: {},
}

const both = (text: string) => ({ en: text, fr: text })

const policy: NewFlowPolicy = {
  preset: 'express',
  languages: ['en', 'fr'],
  region: null,
  identityFields: [
    { name: 'fullName', required: true },
    { name: 'email', required: true },
  ],
  identityProof: 'email',
  matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'flag', onNoData: 'go_on' },
  scopes: [
    {
      scope: 'account_basics',
      required: true,
      purpose: both('To tell accounts apart'),
      reason: both('Needed'),
    },
    { scope: 'account_numbers', required: true, purpose: both('To pay out'), reason: both('Needed') },
    { scope: 'transactions_90', required: false, purpose: both('To check income'), reason: null },
  ],
  recipients: [],
  consentDays: 90,
  institutionRules: { listed: 'all', countries: ['CA', 'US'], hidden: [], featured: [] },
  accountRule: 'several',
  accountCurrencies: [],
  accountKinds: [],
  daysOfTransactions: 90,
  returnUrls: ['http://127.0.0.1:9/connected'],
  allowedOrigins: [],
  tokenRequired: false,
  customSteps: [],
  acceptsFiles: false,
}

/** A tenant with keys, a published brand and a published policy; `overrides` go into the policy. */
export const aTenant = async (
  overrides: Partial<NewFlowPolicy> = {},
  slug = `t-${randomUUID()}`,
): Promise<BuiltTenant> => {
  const customerId = randomUUID()
  const db = await createTenant({ slug, name: 'Test Lending', customerId })
  const brandId = await publishBrand(db, brand)
  const policyId = await publishFlowPolicy(db, { ...policy, ...overrides })
  return { db, slug, customerId, brandId, policyId }
}

/** A tenant that has published nothing yet. */
export const anUnpublishedTenant = async (
  name = 'Birch Lending',
): Promise<Pick<BuiltTenant, 'db' | 'slug'>> => {
  const slug = `t-${randomUUID()}`
  return { slug, db: await createTenant({ slug, name, customerId: randomUUID() }) }
}
