import { codeGoesTo } from '#lib/flow/steps/identity.ts'
import type { ViewOf } from '#lib/flow/view.ts'
import { controlsOf } from '#lib/identity/controls.ts'
import type { IdentityFieldName } from '#lib/tenants/flow-policy.ts'
import type { Scene } from './preview-places.ts'
import type { Sample } from './sample.ts'

/** What a link has said of somebody. */
const known: Readonly<Record<string, string>> = {
  fullName: 'Marie-Ève Tremblay',
  'dateOfBirth-day': '27',
  'dateOfBirth-month': '3',
  'dateOfBirth-year': '1985',
  email: 'marie-eve@example.com',
  phone: '+15145550134',
  'address-line1': '1275 avenue des Canadiens-de-Montréal',
  'address-city': 'Montréal',
  'address-region': 'QC',
  'address-postalCode': 'H3B 5E8',
  'address-country': 'CA',
  reference: 'C-1042',
}

type Asked = { readonly name: IdentityFieldName; readonly required: boolean }

const holds = (name: IdentityFieldName, control: string): boolean => controlsOf[name].includes(control)

/** The fields of the policy, and the one that an error tells of where the policy does not ask for it. */
const askedIn = ({ policy, trouble }: Sample): readonly Asked[] => {
  const asked = policy.identityFields
  if (trouble?.kind !== 'error' || asked.some(({ name }) => holds(name, trouble.field))) return asked
  const names = Object.keys(controlsOf) as IdentityFieldName[]
  return [
    ...asked,
    ...names.filter((name) => holds(name, trouble.field)).map((name) => ({ name, required: true })),
  ]
}

export const sampleIdentity = (scene: Scene, sample: Sample): ViewOf<'identity'> => {
  const isLocked = scene === 'identity_known'
  return {
    step: 'identity',
    fields: askedIn(sample).map(({ name, required }) => ({
      name,
      isRequired: required,
      isLocked,
      values: Object.fromEntries(
        controlsOf[name].map((control) => [control, isLocked ? (known[control] ?? '') : '']),
      ),
    })),
    codeGoesTo: codeGoesTo(sample.policy),
  }
}

const standings: Partial<Record<Scene, Partial<ViewOf<'verify'>>>> = {
  verify_phone: {
    channel: 'phone',
    sentTo: '(•••) •••-••34',
    other: { channel: 'email', to: 'j•••@example.com' },
  },
  verify_wait: { resendAfterSeconds: 30 },
  verify_expired: { isExpired: true },
  verify_spent: { triesLeft: 0 },
}

export const sampleVerify = (scene: Scene, { trouble }: Sample): ViewOf<'verify'> => ({
  step: 'verify',
  channel: 'email',
  sentTo: 'j•••@example.com',
  other: null,
  lifeMinutes: 10,
  triesLeft: trouble?.code === 'code_wrong' ? 3 : 5,
  resendAfterSeconds: 0,
  isExpired: false,
  ...standings[scene],
})
