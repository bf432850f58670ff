import { type AccountKind, accountKinds } from '#lib/connectors/contract.ts'
import { consentDocument } from '#lib/flow/consent-document.ts'
import type { StepView, ViewOf } from '#lib/flow/view.ts'
import type { ShownInstitution } from '#lib/institutions/institution.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { Scene, StepPlace } from './preview-places.ts'
import type { Sample } from './sample.ts'
import { sampleAccounts } from './sample-accounts.ts'
import { sampleLogin, sampleMfa, sampleWait } from './sample-bank-views.ts'
import { sampleEnd } from './sample-end.ts'
import { sampleIdentity, sampleVerify } from './sample-identity.ts'

const consent = (scene: Scene, { policy, brand, language, bank }: Sample): ViewOf<'consent'> => {
  const opensBank = scene === 'consent_bank_page'
  const isKnown = opensBank || policy.preset === 'bank_first'
  const known = isKnown ? { name: bank.name, connectorId: 'sandbox' } : null
  const document = consentDocument({ policy, brand, language, bank: known })
  return {
    step: 'consent',
    document: { ...document, agreedTermsUrl: scene === 'consent_terms' ? 'https://example.com/' : null },
    documentHash: '',
    bankPageNext: opensBank ? bank.name : null,
    chosenOptional: [],
  }
}

const unwell = (rows: readonly ShownInstitution[]): ShownInstitution[] =>
  rows.map((row, index) => {
    if (index === 0) return { ...row, state: 'unwell' }
    return index === 1 ? { ...row, state: 'off', backInMinutes: 30 } : row
  })

const institution = (scene: Scene, { policy, listed }: Sample): ViewOf<'institution'> => {
  const isEmpty = scene === 'institution_none' || scene === 'institution_unserved'
  const query = scene === 'institution_none' ? 'zzz' : ''
  return {
    step: 'institution',
    query,
    isSearch: query !== '',
    isUnserved: scene === 'institution_unserved',
    acceptsFiles: policy.acceptsFiles,
    rows: isEmpty ? [] : scene === 'institution_unwell' ? unwell(listed.rows) : listed.rows,
    total: isEmpty ? 0 : listed.total,
  }
}

const papers: Partial<Record<Scene, ViewOf<'files'>['papers']>> = {
  files_papers: 'taken',
  files_not_agreed: 'not_agreed',
}

const files = (scene: Scene, { policy, bank }: Sample): ViewOf<'files'> => ({
  step: 'files',
  institution: bank,
  kinds: policy.accountKinds.length > 0 ? (policy.accountKinds as readonly AccountKind[]) : accountKinds,
  papers: papers[scene] ?? 'not_asked',
})

const review = (scene: Scene, { bank }: Sample): ViewOf<'review'> => ({
  step: 'review',
  institution: bank,
  reference: '7K2M-Q4XA',
  isAsked: scene === 'review_asked',
})

const accounts = (_: Scene, sample: Sample): ViewOf<'accounts'> => ({
  step: 'accounts',
  institution: sample.bank,
  rule: sample.policy.accountRule,
  takes: { currencies: sample.policy.accountCurrencies, kinds: sample.policy.accountKinds },
  accounts: sampleAccounts(sample),
})

const views: { readonly [S in StepId]: (scene: Scene, sample: Sample) => ViewOf<S> } = {
  identity: sampleIdentity,
  verify: sampleVerify,
  consent,
  institution,
  login: sampleLogin,
  files,
  mfa: sampleMfa,
  connecting: sampleWait,
  review,
  accounts,
  done: sampleEnd,
}

/** What the page of a place shows, made from data of nobody: no bank is asked and nothing is stored. */
export const sampleView = ({ step, scene }: StepPlace, sample: Sample): StepView => views[step](scene, sample)
