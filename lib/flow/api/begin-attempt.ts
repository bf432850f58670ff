import type { Credentials } from '#lib/connections/attempt-secrets.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import { attestConsent } from '#lib/consents/attest-consent.ts'
import { keepingTermsOf } from '#lib/consents/keeping-terms.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import type { Way } from '#lib/institutions/route.ts'
import type { Facts } from '#lib/journey/facts.ts'
import { type AttemptId, mintId, type SessionId } from '#lib/kit/ids.ts'
import { swapFacts } from '#lib/sessions/session-store.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isAlwaysDemo } from '#lib/tenants/demo-mode.ts'
import { type FlowPolicy, scopeNames } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { chooseWay } from '../choose-way.ts'
import { tellConsentGiven } from '../tell-consent.ts'

export type HandedLogin = {
  readonly institution: Institution
  readonly credentials: Credentials
  /** The way that linked it, where it is linked already: no other one reads it. */
  readonly way?: Pick<Way, 'connectorId' | 'routeId'>
  /** The consent that stands already; null where the tenant attests one with this login. */
  readonly consentId: string | null
  readonly tag: string | null
  readonly now: Date
}

export type BegunAttempt = { readonly sessionId: SessionId; readonly attemptId: AttemptId }

const wayTo = (tx: TenantDb, institution: Institution, { institutionRules }: FlowPolicy): Promise<Way> =>
  chooseWay(tx, institution, { needs: 'formLogin', allowed: institutionRules.connectors })

/**
 * A login that a tenant's server hands in is a visit like any other, on the front `api`: so it has its timeline, its
 * consent, its attempt and its end. All of it is written before the bank hears of it (CA1).
 */
export const beginAttempt = async (tx: TenantDb, login: HandedLogin): Promise<BegunAttempt> => {
  const { institution, credentials, now } = login
  const { brandId, policyId } = await getCurrent(tx)
  const policy = await getFlowPolicy(tx, policyId)
  const { language } = credentials
  const { id: sessionId } = await startSession(tx, {
    front: 'api',
    brandId,
    policyId,
    language,
    isDemo: isAlwaysDemo(policy),
    tag: login.tag,
    returnUrl: null,
  })
  const consentId = login.consentId ?? mintId('con')
  if (login.consentId === null) {
    await attestConsent(tx, {
      id: consentId as `con_${string}`,
      sessionId,
      language,
      policyId,
      scopes: policy.scopes.map(({ scope }) => scope),
      terms: keepingTermsOf(policy, scopeNames),
      days: policy.consentDays,
      attestedAt: now,
    })
    await tellConsentGiven(tx, consentId, null, now)
  }
  const attemptId = mintId('att')
  const at = now.toISOString()
  const facts: Facts = {
    consent: { at, consentId, decision: 'given', optional: [] },
    institution: { at, institutionId: institution.id },
    attempt: { at, attemptId },
  }
  await swapFacts(tx, { id: sessionId, version: 0 }, facts, { name: 'login_submitted', step: 'login' })
  await startAttempt(tx, {
    id: attemptId,
    sessionId,
    consentId,
    institutionId: institution.id,
    way: login.way ?? (await wayTo(tx, institution, policy)),
    credentials,
    now,
  })
  return { sessionId, attemptId }
}
