import type { FaultCode } from '#lib/connectors/faults.ts'
import { faults } from '#lib/connectors/faults.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { Messages } from '#lib/kit/i18n.ts'

type ErrorKey = keyof Messages['fieldErrors']
type NoticeKey = keyof Messages['notices']

/** What a page of a step may say went wrong: at a field, above the page, or at the bank. */
export type Trouble =
  | { readonly kind: 'error'; readonly field: string; readonly code: ErrorKey }
  | { readonly kind: 'notice'; readonly code: NoticeKey }
  | { readonly kind: 'fault'; readonly code: FaultCode }

type Fields = Readonly<Record<string, readonly ErrorKey[]>>

/** The control that each error points at. `answer` stands for the first question of the bank. */
const errors: Partial<Record<StepId, Fields>> = {
  identity: {
    fullName: ['name_missing', 'name_too_long', 'name_invalid'],
    'dateOfBirth-day': [
      'birth_missing',
      'birth_day_missing',
      'birth_invalid',
      'birth_future',
      'birth_too_young',
    ],
    'dateOfBirth-month': ['birth_month_missing'],
    'dateOfBirth-year': ['birth_year_missing', 'birth_year_short', 'birth_too_old'],
    email: ['email_missing', 'email_invalid', 'contact_missing'],
    phone: ['phone_missing', 'phone_invalid'],
    'address-line1': ['line1_missing', 'too_long'],
    'address-city': ['city_missing'],
    'address-region': ['region_missing', 'region_invalid'],
    'address-postalCode': ['postal_missing', 'postal_invalid_ca', 'postal_invalid_us'],
    reference: ['reference_missing'],
  },
  verify: { code: ['code_missing', 'code_shape', 'code_wrong', 'code_expired', 'code_spent'] },
  consent: { terms: ['terms_missing'] },
  institution: { institutionId: ['institution_unknown', 'institution_off', 'institution_not_connectable'] },
  login: {
    username: ['username_missing', 'username_too_long', 'institution_off'],
    password: ['password_missing', 'password_too_long'],
  },
  files: {
    files: [
      'files_missing',
      'files_too_many',
      'file_too_large',
      'file_empty',
      'file_type',
      'file_pdf_broken',
      'file_pdf_not_agreed',
      'file_columns',
      'file_no_accounts',
      'file_currency',
      'file_row_date',
      'file_row_amount',
      'file_too_long',
      'file_too_slow',
    ],
    kind: ['kind_missing'],
  },
  mfa: { answer: ['answer_missing', 'answer_choice', 'answer_too_long'] },
  accounts: { account: ['account_missing', 'account_one', 'account_unknown'] },
}

const notices: Partial<Record<StepId, readonly NoticeKey[]>> = {
  verify: ['code_sent', 'code_too_soon', 'code_too_many'],
  consent: ['consent_changed'],
  mfa: ['bank_code_sent', 'bank_code_not_sent'],
}

/** Only an answer may be given again where it was asked; whatever else the bank says is told at the sign-in. */
const faultsAt = (step: StepId): FaultCode[] =>
  step !== 'login' && step !== 'mfa'
    ? []
    : (Object.keys(faults) as FaultCode[]).filter(
        (code) => (faults[code].retry === 'answer') === (step === 'mfa'),
      )

/** All that can go wrong on the page of a step. */
export const troublesOf = (step: StepId): Trouble[] => [
  ...Object.entries(errors[step] ?? {}).flatMap(([field, codes]) =>
    codes.map((code): Trouble => ({ kind: 'error', field, code })),
  ),
  ...(notices[step] ?? []).map((code): Trouble => ({ kind: 'notice', code })),
  ...faultsAt(step).map((code): Trouble => ({ kind: 'fault', code })),
]

/** What stands in the words of an error in place of what a person had done. */
export const troubleValues = {
  max: 10,
  age: 14,
  triesLeft: 3,
  file: 'august.csv',
  row: 12,
} as const
