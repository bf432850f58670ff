import type { Challenge } from '#lib/connectors/contract.ts'
import type { FaultCode } from '#lib/connectors/faults.ts'
import { faults } from '#lib/connectors/faults.ts'
import { consentDocument, keptTextOf } from '#lib/flow/consent-document.ts'
import { codeGoesTo } from '#lib/flow/steps/identity.ts'
import type { InstitutionRow, LoginProblem, Receipt, StepView, ViewOf } from '#lib/flow/view.ts'
import { controlsOf } from '#lib/identity/controls.ts'
import type { ShownInstitution } from '#lib/institutions/institution.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { StepPlace } from './preview-scene.ts'
import { sampleAccounts } from './sample-accounts.ts'
import type { SamplePerson } from './sample-people.ts'

/** `listed` is the page of institutions as this policy shows it; `bank` the one that was chosen. */
export type Sample = {
  readonly brand: PaintedBrand
  readonly policy: FlowPolicy
  readonly language: 'en' | 'fr'
  readonly listed: { readonly rows: readonly ShownInstitution[]; readonly total: number }
  readonly bank: InstitutionRow
  /** Whose accounts there are. */
  readonly who: SamplePerson
}

const identity = ({ policy }: Sample): ViewOf<'identity'> => ({
  step: 'identity',
  fields: policy.identityFields.map(({ name, required }) => ({
    name,
    isRequired: required,
    isLocked: false,
    values: Object.fromEntries(controlsOf[name].map((control) => [control, ''])),
  })),
  codeGoesTo: codeGoesTo(policy),
})

const verify = (triesLeft: number): ViewOf<'verify'> => ({
  step: 'verify',
  channel: 'email',
  sentTo: 'j•••@example.com',
  other: null,
  lifeMinutes: 10,
  triesLeft,
  resendAfterSeconds: 0,
  isExpired: false,
})

const consent = ({ policy, brand, language, bank }: Sample): ViewOf<'consent'> => {
  const known = policy.preset === 'bank_first' ? { name: bank.name, connectorId: 'sandbox' } : null
  return {
    step: 'consent',
    document: consentDocument({ policy, brand, language, bank: known }),
    documentHash: '',
    bankPageNext: null,
    chosenOptional: [],
  }
}

const institution = (
  { acceptsFiles }: FlowPolicy,
  found: { rows: readonly ShownInstitution[]; total: number },
  query: string,
): ViewOf<'institution'> => ({
  step: 'institution',
  query,
  isSearch: query !== '',
  isUnserved: false,
  acceptsFiles,
  ...found,
})

const problem = (fault: FaultCode, more: Partial<LoginProblem> = {}): LoginProblem => ({
  fault,
  retry: faults[fault].retry,
  triesLeft: null,
  retryInMinutes: null,
  ...more,
})

const login = ({ bank, policy }: Sample, trouble: LoginProblem | null): ViewOf<'login'> => ({
  step: 'login',
  institution: bank,
  words: { username: null, usernameHint: null, password: null, help: null, keyboard: 'text' },
  problem: trouble,
  bankUrl: null,
  isAnotherWay: false,
  formerUsername: null,
  acceptsFiles: policy.acceptsFiles,
  bankPage: null,
})

const questionOf = (language: 'en' | 'fr'): Challenge => ({
  id: 'sample',
  kind: 'question',
  prompt:
    language === 'en'
      ? 'Enter the code we sent to your phone ending in 88'
      : 'Entrez le code envoyé au téléphone se terminant par 88',
  language,
  options: [],
  isOneTimeCode: true,
})

const mfa = ({ bank, language }: Sample, trouble: LoginProblem | null): ViewOf<'mfa'> => ({
  step: 'mfa',
  institution: bank,
  asks: 1,
  challenges: [questionOf(language)],
  secondsLeft: 240,
  problem: trouble,
})

const waiting = ({ bank, language }: Sample, isApproval: boolean): ViewOf<'connecting'> => ({
  step: 'connecting',
  institution: bank,
  waitingFor: isApproval ? 'approval' : 'accounts',
  approval: isApproval
    ? {
        prompt:
          language === 'en'
            ? 'Approve the sign-in in your bank’s app'
            : 'Approuvez la connexion dans l’application de votre banque',
        language,
        link: null,
      }
    : null,
  secondsLeft: isApproval ? 120 : null,
  isDispatched: false,
  bankPage: null,
  choosesAccounts: true,
  isSlow: false,
  refreshSeconds: 86_400,
})

const receiptOf = (sample: Sample): Receipt => {
  const { policy, language, bank } = sample
  const t = translatorFor(language)
  const decidedAt = new Date()
  return {
    institutionName: bank.name,
    accounts: sampleAccounts(sample, true).filter(({ isChosen }) => isChosen),
    scopes: policy.scopes.map(({ scope, purpose, kept }) => ({
      scope,
      title: t(`scopes.${scope}.title`),
      purpose: purpose[language],
      keptText: keptTextOf({ scope, kept }, language),
    })),
    recipients: policy.recipients,
    consentId: 'con_sample',
    decidedAt,
    expiresAt: new Date(decidedAt.getTime() + policy.consentDays * 86_400_000),
  }
}

const done = (outcome: ViewOf<'done'>['outcome'], more: Partial<ViewOf<'done'>> = {}): ViewOf<'done'> => ({
  step: 'done',
  outcome,
  hasEnded: true,
  receipt: null,
  copy: null,
  fault: null,
  restartPath: null,
  ...more,
})

const accounts = ({ policy, bank }: Sample, rows: ViewOf<'accounts'>['accounts']): ViewOf<'accounts'> => ({
  step: 'accounts',
  institution: bank,
  rule: policy.accountRule,
  takes: { currencies: policy.accountCurrencies, kinds: policy.accountKinds },
  accounts: rows,
})

const views: { readonly [P in StepPlace]: (sample: Sample) => StepView } = {
  identity,
  identity_missing: identity,
  verify: () => verify(5),
  verify_wrong: () => verify(3),
  consent,
  institution: ({ policy, listed }) => institution(policy, listed, ''),
  institution_none: ({ policy }) => institution(policy, { rows: [], total: 0 }, 'zzz'),
  login: (sample) => login(sample, null),
  login_wrong: (sample) => login(sample, problem('wrong_credentials', { triesLeft: 2 })),
  login_bank_off: (sample) => login(sample, problem('bank_unavailable', { retryInMinutes: 30 })),
  mfa: (sample) => mfa(sample, null),
  mfa_wrong: (sample) => mfa(sample, problem('wrong_answer', { triesLeft: 2 })),
  connecting: (sample) => waiting(sample, false),
  approval: (sample) => waiting(sample, true),
  review: ({ bank }) => ({ step: 'review', institution: bank, reference: '7K2M-Q4XA', isAsked: false }),
  accounts: (sample) => accounts(sample, sampleAccounts(sample)),
  accounts_none: (sample) => accounts(sample, []),
  done: (sample) => done('finished', { receipt: receiptOf(sample) }),
  done_declined: () => done('declined'),
  done_failed: ({ bank }) =>
    done('failed', { fault: { code: 'bank_unavailable', institutionName: bank.name } }),
}

/** What the page of a place shows, made from data of nobody: no bank is asked and nothing is stored. */
export const sampleView = (place: StepPlace, sample: Sample): StepView => views[place](sample)
