import { attestConsent } from '#lib/consents/attest-consent.ts'
import { keepingTermsOf } from '#lib/consents/keeping-terms.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { ConsentId } from '#lib/kit/ids.ts'
import { type FlowPolicy, scopeNames } from '#lib/tenants/flow-policy.ts'
import { tellConsentGiven } from './tell-consent.ts'

type Asked = {
  readonly id: ConsentId
  readonly policy: FlowPolicy
  readonly language: 'en' | 'fr'
  readonly sessionId: string
  readonly now: Date
}

/** Keeps that the page around has asked for the consent on a screen of its own: to all that the policy asks. */
export const attestForFrame = async (
  tx: TenantDb,
  { id, policy, language, sessionId, now }: Asked,
): Promise<void> => {
  await attestConsent(tx, {
    id,
    sessionId,
    language,
    policyId: policy.id,
    scopes: policy.scopes.map(({ scope }) => scope),
    terms: keepingTermsOf(policy, scopeNames),
    days: policy.consentDays,
    attestedAt: now,
  })
  await tellConsentGiven(tx, id, null, now)
}
