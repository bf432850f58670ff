import { recordConsent } from '#lib/consents/record-consent.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { forget } from '#lib/journey/journey.ts'
import { type ConsentId, mintId } from '#lib/kit/ids.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { consentDocument } from '../consent-document.ts'
import { endVisit } from '../end-visit.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { type StepForm, type StepModule, stepDone } from '../step-module.ts'
import type { ConsentDocument } from '../view.ts'

const documentOf = async ({ db, session, policy }: OpenVisit): Promise<ConsentDocument> => {
  const brand = await getPaintedBrand(db, session.brandId)
  const asker = { tenant: brand.tenantName, contact: brand.supportEmail }
  return consentDocument(policy, asker, session.language)
}

/** Required scopes always, optional ones when their switch is on; nothing that the tenant did not ask for. */
const scopesOf = ({ policy }: OpenVisit, form: StepForm) => {
  const switchedOn = new Set(form.all('scope'))
  const optional = policy.scopes.filter(({ scope, required }) => !required && switchedOn.has(scope))
  const required = policy.scopes.filter((scope) => scope.required)
  return {
    optional: optional.map(({ scope }) => scope),
    all: [...required, ...optional].map(({ scope }) => scope),
  }
}

const decide = async (open: OpenVisit, form: StepForm, decision: 'given' | 'declined'): Promise<void> => {
  const { db, session, policy, now } = open
  const id: ConsentId = mintId('con')
  const document = await documentOf(open)
  const scopes = scopesOf(open, form)
  const consent = { at: now.toISOString(), consentId: id, decision, optional: scopes.optional }
  await inTransaction(db, async (tx) => {
    const facts = { ...forget(session.facts, 'consent'), consent }
    await recordFact(tx, open, facts, { name: `consent_${decision}`, step: 'consent' })
    await recordConsent(tx, {
      id,
      sessionId: session.id,
      decision,
      language: session.language,
      document,
      scopes: decision === 'given' ? scopes.all : [],
      days: policy.consentDays,
      decidedAt: now,
    })
    if (decision === 'declined') await endVisit(tx, open, 'declined')
  })
}

/** Nothing is asked of a bank before this answer is stored with its exact text (CA1, CA7). */
export const consentStep: StepModule<'consent'> = {
  view: async (open) => ({
    step: 'consent',
    document: await documentOf(open),
    chosenOptional: open.session.facts.consent?.optional ?? [],
  }),
  submit: async (open, form) => {
    const decision = form.get('decision')
    if (decision === 'agree') await decide(open, form, 'given')
    if (decision === 'decline') await decide(open, form, 'declined')
    return stepDone
  },
}
