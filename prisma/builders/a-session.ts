import type { Facts } from '#lib/journey/facts.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import { swapFacts } from '#lib/sessions/session-store.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import type { BuiltTenant } from './a-tenant.ts'

export type BuiltSession = { readonly id: SessionId; readonly proof: string }

/** An open visit of a tenant, with the facts given. */
export const aSession = async (tenant: BuiltTenant, facts: Facts = {}): Promise<BuiltSession> => {
  const session = await startSession(tenant.db, {
    front: 'express',
    brandId: tenant.brandId,
    policyId: tenant.policyId,
    language: 'en',
    isDemo: false,
    tag: null,
    returnUrl: 'http://127.0.0.1:9/connected',
  })
  if (Object.keys(facts).length > 0)
    await swapFacts(tenant.db, { id: session.id, version: 0 }, facts, { name: 'built' })
  return session
}
