import { recordConsent } from '#lib/consents/record-consent.ts'
import { putRoute } from '#lib/institutions/route-store.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aSession, type BuiltSession } from './a-session.ts'
import type { BuiltTenant } from './a-tenant.ts'

/** The open bank of the sandbox: its number in the directory, and its name there. */
const openBank = { institutionId: 9010, connectorId: 'fdx', upstreamKey: 'SandboxOpenBank', position: 0 }

const scopes = ['account_basics', 'account_numbers', 'balances', 'transactions_90']

/** A visit that has consented and chosen a bank with a page of its own, reached by `settings`. */
export const aVisitAtBank = async (tenant: BuiltTenant, settings: string): Promise<BuiltSession> => {
  const { db } = tenant
  await putRoute(db, { ...openBank, settings })
  const now = new Date()
  const at = now.toISOString()
  const consentId = mintId('con')
  const session = await aSession(tenant, {
    consent: { at, consentId, decision: 'given', optional: [] },
    institution: { at, institutionId: openBank.institutionId },
  })
  await recordConsent(db, {
    id: consentId,
    sessionId: session.id,
    decision: 'given',
    language: 'en',
    document: { version: 1, title: 'Built' },
    scopes,
    days: 90,
    decidedAt: now,
  })
  return session
}
