import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Brand } from '#lib/tenants/brand.ts'
import { brandSchema } from '#lib/tenants/brand.ts'
import { type BrandDraft, brandInputOf, firstBrandDraft } from '#lib/tenants/brand-draft.ts'
import { presentableBrand } from '#lib/tenants/brand-flaws.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { flowPolicySchema } from '#lib/tenants/flow-policy.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { firstPolicyDraft, type PolicyDraft, policyInputOf } from '#lib/tenants/policy-draft.ts'
import { policyOf, presentablePolicy } from '#lib/tenants/policy-flaws.ts'
import type { Prepared } from './show-preview.ts'

/** What is being typed and not yet saved. */
export type Typed = { readonly brand?: BrandDraft; readonly policy?: PolicyDraft }

const elsewhere = 'https://example.com/'

/** Stands in for what a tenant has neither published nor typed. */
const wholeBrand = (): Brand =>
  brandSchema.parse({
    ...brandInputOf(firstBrandDraft('…')),
    privacyUrl: elsewhere,
    termsUrl: elsewhere,
    complaintsUrl: elsewhere,
    supportEmail: 'help@example.com',
  })

const dots = { en: '…', fr: '…' }

const wholePolicy = (): FlowPolicy =>
  flowPolicySchema.parse({
    ...policyInputOf(firstPolicyDraft()),
    scopes: [{ scope: 'account_basics', required: true, purpose: dots, reason: dots }],
    id: 'pol_preview',
  })

const brandOf = async (db: TenantDb, typed: BrandDraft | undefined): Promise<Brand> => {
  const { document, published } = await openDraft(db, 'brand')
  const known = published && brandSchema.safeParse(brandInputOf(published.document)).data
  return presentableBrand(typed ?? document, known ?? wholeBrand())
}

const policyFor = async (db: TenantDb, typed: PolicyDraft | undefined): Promise<FlowPolicy> => {
  const { document, published } = await openDraft(db, 'policy')
  const known = published && policyOf(published.document)
  return presentablePolicy(typed ?? document, known ?? wholePolicy())
}

/** What is being prepared, whole enough to be shown: what is unfinished is as it was published. */
export const prepare = async (
  { db, slug }: Pick<Prepared, 'db' | 'slug'>,
  typed: Typed = {},
): Promise<Prepared> => {
  const [brand, policy] = await Promise.all([brandOf(db, typed.brand), policyFor(db, typed.policy)])
  return { db, slug, brand, policy }
}
