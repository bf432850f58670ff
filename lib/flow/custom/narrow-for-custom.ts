import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

/**
 * The policy of a visit that the tenant's own screens begin: it asks who the person is, and which accounts they share,
 * only where the tenant says so for this front. Consent is always asked for. Pure.
 */
export const narrowForCustom = (policy: FlowPolicy): FlowPolicy => {
  const asksIdentity = policy.customSteps.includes('identity') && policy.identityFields.length > 0
  const { preset } = policy
  return {
    ...policy,
    preset: asksIdentity && preset === 'connect' ? 'express' : preset,
    identityFields: asksIdentity ? policy.identityFields : [],
    accountRule: policy.customSteps.includes('accounts') ? policy.accountRule : 'all',
  }
}
