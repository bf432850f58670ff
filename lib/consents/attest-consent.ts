import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { ConsentId } from '#lib/kit/ids.ts'
import { expiryOf, hashDocument } from './consent.ts'
import { insertConsent } from './consent-store.ts'
import type { KeepingTerm } from './keeping-terms.ts'

export type Attestation = {
  readonly id: ConsentId
  readonly sessionId: string
  readonly language: 'en' | 'fr'
  /** The policy whose scopes and duration count. */
  readonly policyId: string
  readonly scopes: readonly string[]
  /** How long the data of them is kept. */
  readonly terms?: readonly KeepingTerm[]
  readonly days: number
  readonly attestedAt: Date
}

/**
 * Keeps that the tenant's server says: this person has consented, on my own screens, to what my policy asks. The words
 * they saw are the tenant's; ours is only who attested what, and when. In the transaction of the attempt it allows.
 */
export const attestConsent = async (tx: TenantDb, input: Attestation): Promise<void> => {
  const { id, sessionId, language, attestedAt, days } = input
  const scopes = [...input.scopes]
  const document = {
    version: 1,
    attestedBy: tx.tenantId,
    policyId: input.policyId,
    scopes,
    durationDays: days,
  }
  const documentHash = hashDocument(document)
  await insertConsent(tx, {
    id,
    sessionId,
    kind: 'attested',
    decision: 'given',
    language,
    document,
    documentHash,
    scopes,
    terms: [...(input.terms ?? [])],
    decidedAt: attestedAt,
    expiresAt: expiryOf(attestedAt, days),
  })
  await recordAudit(tx, {
    actor: 'client:data-api',
    action: 'consent.attested',
    subject: id,
    detail: { documentHash: Buffer.from(documentHash).toString('hex') },
  })
}
