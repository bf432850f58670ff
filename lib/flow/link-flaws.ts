import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type AskedLink, type NewLink, newLinkSchema } from '#lib/links/link.ts'
import { prefilledNames } from '#lib/links/prefill.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { type FlowPolicy, isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'

/** What is wrong with an order of a link; `field` names its place (`prefill.values.email`). */
export type LinkFlaw = {
  readonly field: string
  readonly flaw: 'invalid' | 'not_asked' | 'not_offered' | 'not_allowed'
  readonly says?: string
}

const shapeFlaws = (input: NewLink): LinkFlaw[] =>
  (newLinkSchema.safeParse(input).error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    flaw: 'invalid',
    says: message,
  }))

const policyFlaws = ({ prefill, language, returnUrl }: AskedLink, policy: FlowPolicy): LinkFlaw[] => {
  const asked = new Set(policy.identityFields.map(({ name }) => name))
  const unasked = prefill ? prefilledNames(prefill).filter((name) => !asked.has(name)) : []
  const flaws = unasked.map((name): LinkFlaw => ({ field: `prefill.values.${name}`, flaw: 'not_asked' }))
  if (language && !policy.languages.includes(language)) flaws.push({ field: 'language', flaw: 'not_offered' })
  if (returnUrl && !isReturnUrlAllowed(policy, returnUrl))
    flaws.push({ field: 'returnUrl', flaw: 'not_allowed' })
  return flaws
}

/**
 * All that is wrong with a link before it is made. What the tenant's journey could do nothing with counts too: better
 * said to the one who makes the link than to nobody.
 */
export const findLinkFlaws = async (db: TenantDb, input: NewLink): Promise<readonly LinkFlaw[]> => {
  const misshapen = shapeFlaws(input)
  if (misshapen.length > 0) return misshapen
  const policy = await getFlowPolicy(db, (await getCurrent(db)).policyId)
  return policyFlaws(newLinkSchema.parse(input), policy)
}
