import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { ConsentId } from '#lib/kit/ids.ts'
import { expiryOf, hashDocument } from './consent.ts'
import { insertConsent } from './consent-store.ts'
import type { KeepingTerm } from './keeping-terms.ts'

export type ConsentDecision = {
  readonly id: ConsentId
  readonly sessionId: string
  readonly decision: 'given' | 'declined'
  readonly language: 'en' | 'fr'
  /** Exactly what was on the page; kept word for word. */
  readonly document: object
  /** The scopes that were agreed to; empty for a refusal. */
  readonly scopes: readonly string[]
  /** How long the data of them is kept. */
  readonly terms?: readonly KeepingTerm[]
  readonly days: number
  readonly decidedAt: Date
}

/** Writes the decision with the text it answers (CA7, G1). Called in the transaction of the fact that names it. */
export const recordConsent = async (tx: TenantDb, input: ConsentDecision): Promise<void> => {
  const { id } = input
  const documentHash = hashDocument(input.document)
  await insertConsent(tx, {
    id,
    sessionId: input.sessionId,
    kind: 'express',
    decision: input.decision,
    language: input.language,
    document: input.document,
    documentHash,
    scopes: [...input.scopes],
    terms: [...(input.terms ?? [])],
    decidedAt: input.decidedAt,
    expiresAt: input.decision === 'given' ? expiryOf(input.decidedAt, input.days) : null,
  })
  await recordAudit(tx, {
    actor: `session:${input.sessionId}`,
    action: `consent.${input.decision}`,
    subject: id,
    detail: { documentHash: Buffer.from(documentHash).toString('hex') },
  })
}
