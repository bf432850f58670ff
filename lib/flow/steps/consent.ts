import { isDeepStrictEqual } from 'node:util'
import { fileConnector } from '#lib/connectors/file/file-connector.ts'
import { hashDocument, isLive } from '#lib/consents/consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { keepingTermsOf } from '#lib/consents/keeping-terms.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { forget } from '#lib/journey/journey.ts'
import { steps } from '#lib/journey/steps.ts'
import { type ConsentId, mintId } from '#lib/kit/ids.ts'
import type { Session } from '#lib/sessions/session.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { chosenInstitutionRow, getChosenInstitution } from '../chosen-institution.ts'
import { consentDocument, isGiven, type KnownBank } from '../consent-document.ts'
import { endVisit } from '../end-visit.ts'
import { hasBankPage } from '../has-bank-page.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { notify, refuse, type StepForm, type StepModule, stepDone, stepRecorded } from '../step-module.ts'
import { tellConsentGiven } from '../tell-consent.ts'
import type { ConsentDocument } from '../view.ts'

/** Where the bank is known beforehand the request fits what that bank can give (UK1). */
const knownBank = async (open: OpenVisit): Promise<KnownBank | null> => {
  if (open.policy.preset !== 'bank_first' && !open.visit.isBankFixed) return null
  const institution = await getChosenInstitution(open)
  const connectorId = open.session.facts.institution?.byFiles ? fileConnector.id : institution.connectorId
  if (connectorId === null) throw new Error('an institution without a connector was chosen')
  return { name: (await chosenInstitutionRow(open)).name, connectorId }
}

type Asked = { readonly bank: KnownBank | null; readonly document: ConsentDocument; readonly hash: string }

const whatIsAsked = async (open: OpenVisit): Promise<Asked> => {
  const { db, session, policy } = open
  const [brand, bank] = await Promise.all([getPaintedBrand(db, session.brandId), knownBank(open)])
  const brought = session.frame?.settings
  const sharesAll = !open.visit.asksAccounts
  const document = consentDocument({ policy, brand, language: session.language, bank, brought, sharesAll })
  return { bank, document, hash: Buffer.from(hashDocument(document)).toString('hex') }
}

/** Required scopes always, optional ones when their switch is on; nothing that was not asked for or is not given. */
const scopesOf = ({ policy }: OpenVisit, { bank }: Asked, form: StepForm) => {
  const switchedOn = new Set(form.all('scope'))
  const given = policy.scopes.filter(({ scope }) => isGiven(bank, scope))
  const optional = given.filter(({ scope, required }) => !required && switchedOn.has(scope))
  const required = given.filter((scope) => scope.required)
  return {
    optional: optional.map(({ scope }) => scope),
    all: [...required, ...optional].map(({ scope }) => scope),
  }
}

/** The consent that this visit was about to use, where the person has come back to change it. */
const formerOf = ({ session }: OpenVisit): string | null => {
  const { consent } = session.facts
  return consent?.decision === 'given' ? consent.consentId : null
}

/** The same answer to the same words, as of a form that is sent twice: it stands, and is not recorded once more. */
const stands = async (open: OpenVisit, asked: Asked, form: StepForm): Promise<boolean> => {
  const id = steps.consent.isDone(open.visit) ? formerOf(open) : null
  const former = id === null ? null : await findConsent(open.db, id)
  if (former === null || !isLive(former, open.now)) return false
  const isSameText = Buffer.from(former.documentHash).toString('hex') === asked.hash
  return isSameText && isDeepStrictEqual(former.scopes, scopesOf(open, asked, form).all)
}

type Decision = {
  readonly asked: Asked
  readonly form: StepForm
  readonly decision: 'given' | 'declined'
}

/** The visit behind what was given; null behind a refusal, which ends it. */
const decide = async (open: OpenVisit, { asked, form, decision }: Decision): Promise<Session | null> => {
  const { db, session, policy, now } = open
  const id: ConsentId = mintId('con')
  const scopes = scopesOf(open, asked, form)
  const consent = { at: now.toISOString(), consentId: id, decision, optional: scopes.optional }
  return inTransaction(db, async (tx) => {
    const facts = { ...forget(session.facts, 'consent'), consent }
    const recorded = await recordFact(tx, open, facts, { name: `consent_${decision}`, step: 'consent' })
    await recordConsent(tx, {
      id,
      sessionId: session.id,
      decision,
      language: session.language,
      document: asked.document,
      scopes: decision === 'given' ? scopes.all : [],
      terms: decision === 'given' ? keepingTermsOf(policy, scopes.all) : [],
      days: policy.consentDays,
      decidedAt: now,
    })
    if (decision === 'declined') {
      await endVisit(tx, open, 'declined')
      return null
    }
    await tellConsentGiven(tx, id, formerOf(open), now)
    return recorded
  })
}

const decisions = { agree: 'given', decline: 'declined' } as const

/**
 * Nothing is asked of a bank before this answer is stored with its exact text (CA1, CA7). An answer to other words than
 * those of now, for the language or the bank was changed in another tab, is not taken: the page is shown again.
 */
export const consentStep: StepModule<'consent'> = {
  view: async (open) => {
    const { document, hash, bank } = await whatIsAsked(open)
    const chosenOptional = open.session.facts.consent?.optional ?? []
    return {
      step: 'consent',
      document,
      documentHash: hash,
      chosenOptional,
      bankPageNext: bank !== null && open.visit.isBankFixed && (await hasBankPage(open)) ? bank.name : null,
    }
  },
  submit: async (open, form) => {
    const decision = decisions[form.get('decision') as keyof typeof decisions]
    if (!decision) return stepDone
    const asked = await whatIsAsked(open)
    if (form.get('document') !== asked.hash) return notify('consent_changed')
    if (decision === 'given' && asked.document.agreedTermsUrl !== null && form.get('terms') === '')
      return refuse([{ field: 'terms', code: 'terms_missing' }], { scope: form.all('scope').join(',') })
    if (decision === 'given' && (await stands(open, asked, form))) return stepDone
    const session = await decide(open, { asked, form, decision })
    return session ? stepRecorded(session) : stepDone
  },
}
