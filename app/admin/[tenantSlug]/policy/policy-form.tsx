import { Checks, Select, TextArea } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { Field } from '../../_ui/field.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { AccountFields } from './account-fields.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { InstitutionFields } from './institution-fields.tsx'
import { LimitFields } from './limit-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'

type Props = { readonly view: StudioView<'policy'> }

const Consent = ({ view }: Props) => {
  const { t, document, flaws } = view
  const errorPrefix = t('frame.error')
  return (
    <div className="grid gap-5">
      <ScopeFields view={view} />
      <Field
        defaultValue={document.consentDays}
        error={errorAt(flaws, 'consentDays', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.consentDays')}
        inputMode="numeric"
        label={t('console.policy.fields.consentDays')}
        maxLength={4}
        name="consentDays"
      />
      <TextArea
        error={errorAt(flaws, 'recipients', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.recipients')}
        label={t('console.policy.fields.recipients')}
        name="recipients"
        value={document.recipients.join('\n')}
      />
    </div>
  )
}

const Order = ({ view }: Props) => {
  const { t, document, flaws } = view
  const errorPrefix = t('frame.error')
  return (
    <div className="grid gap-5">
      <Select
        choices={(['express', 'connect', 'bank_first'] as const).map((value) => ({
          value,
          label: t(`console.policy.presets.${value}`),
        }))}
        error={errorAt(flaws, 'preset', t)}
        errorPrefix={errorPrefix}
        label={t('console.policy.fields.preset')}
        name="preset"
        value={document.preset}
      />
      <Checks
        choices={(['en', 'fr'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        error={errorAt(flaws, 'languages', t)}
        errorPrefix={errorPrefix}
        label={t('console.policy.fields.languages')}
        name="languages"
        values={document.languages}
      />
      <Select
        choices={(['', 'quebec'] as const).map((value) => ({
          value,
          label: t(`console.policy.regions.${value === '' ? 'none' : value}`),
        }))}
        error={errorAt(flaws, 'region', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.region')}
        label={t('console.policy.fields.region')}
        name="region"
        value={document.region}
      />
      <CustomSteps view={view} />
    </div>
  )
}

const CustomSteps = ({ view }: Props) => {
  const { t, document, flaws } = view
  return (
    <Checks
      choices={(['identity', 'accounts'] as const).map((value) => ({
        value,
        label: t(`console.policy.customSteps.${value}`),
      }))}
      error={errorAt(flaws, 'customSteps', t)}
      errorPrefix={t('frame.error')}
      hint={t('console.policy.hints.customSteps')}
      label={t('console.policy.fields.customSteps')}
      name="customSteps"
      values={document.customSteps}
    />
  )
}

const Addresses = ({ view }: Props) => {
  const { t, document, flaws, desk } = view
  const doctor = new URLSearchParams({ embed: `/v2/?tenant=${desk.tenant.slug}` })
  return (
    <div className="grid gap-5">
      {(['returnUrls', 'allowedOrigins'] as const).map((name) => (
        <TextArea
          error={errorAt(flaws, name, t)}
          errorPrefix={t('frame.error')}
          hint={t(`console.policy.hints.${name}`)}
          key={name}
          label={t(`console.policy.fields.${name}`)}
          name={name}
          rows={3}
          value={document[name].join('\n')}
        />
      ))}
      <Checks
        choices={[{ value: 'yes', label: t('console.policy.tokenRequired') }]}
        error={errorAt(flaws, 'tokenRequired', t)}
        errorPrefix={t('frame.error')}
        label={t('console.policy.fields.tokenRequired')}
        name="tokenRequired"
        values={document.tokenRequired ? ['yes'] : []}
      />
      <p className="text-small">
        <a className="inline-flex min-h-11 items-center" href={`/docs/connect/doctor?${doctor}`}>
          {t('console.policy.doctor')}
        </a>
      </p>
    </div>
  )
}

const parts = {
  consent: Consent,
  order: Order,
  identity: IdentityFields,
  institutions: InstitutionFields,
  accounts: AccountFields,
  addresses: Addresses,
  limits: LimitFields,
} as const

/** All that a tenant asks of a visit, in one form. */
export const PolicyForm = ({ view }: Props) =>
  (Object.keys(parts) as (keyof typeof parts)[]).map((name) => {
    const Part = parts[name]
    return (
      <Panel
        key={name}
        lead={view.t(`console.policy.parts.${name}.lead`)}
        title={view.t(`console.policy.parts.${name}.title`)}
      >
        <Part view={view} />
      </Panel>
    )
  })
