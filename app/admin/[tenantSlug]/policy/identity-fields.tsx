import { identityFieldNames } from '#lib/tenants/flow-policy.ts'
import { Select } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { Field } from '../../_ui/field.tsx'

type Props = { readonly view: StudioView<'policy'> }

const Asked = ({ view, name }: Props & { name: (typeof identityFieldNames)[number] }) => {
  const { t, document } = view
  const place = document.identityFields.findIndex((one) => one.name === name)
  const asked = document.identityFields[place]
  const label = t(`console.policy.identity.${name}`)
  return (
    <div className="level grid grid-cols-[minmax(0,1fr)_4rem] gap-x-3">
      <Select
        choices={(['no', 'optional', 'required'] as const).map((value) => ({
          value,
          label: t(`console.policy.asked.${value}`),
        }))}
        errorPrefix={t('frame.error')}
        label={label}
        name={`identity.${name}`}
        value={asked ? (asked.required ? 'required' : 'optional') : 'no'}
      />
      <Field
        defaultValue={place < 0 ? '' : String(place + 1)}
        inputMode="numeric"
        label={
          <>
            {t('console.policy.placeOf')}
            <span className="sr-only"> {label}</span>
          </>
        }
        maxLength={2}
        name={`identity.${name}.place`}
      />
    </div>
  )
}

/** From where a holder counts as the person, and what follows where it does not. */
const Agreement = ({ view }: Props) => {
  const { t, document, flaws } = view
  const errorPrefix = t('frame.error')
  const rules = document.matchRules
  return (
    <div className="level grid grid-cols-pair gap-4">
      {(['match', 'partial'] as const).map((name) => (
        <Field
          defaultValue={rules[name]}
          error={errorAt(flaws, `matchRules.${name}`, t)}
          errorPrefix={errorPrefix}
          hint={t(`console.policy.hints.${name}`)}
          inputMode="numeric"
          key={name}
          label={t(`console.policy.fields.${name}`)}
          maxLength={4}
          name={`matchRules.${name}`}
        />
      ))}
      {(['onPartial', 'onMismatch', 'onNoData'] as const).map((name) => (
        <Select
          choices={(['go_on', 'flag', 'stop'] as const).map((value) => ({
            value,
            label: t(`console.policy.actions.${value}`),
          }))}
          error={errorAt(flaws, `matchRules.${name}`, t)}
          errorPrefix={errorPrefix}
          key={name}
          label={t(`console.policy.fields.${name}`)}
          name={`matchRules.${name}`}
          value={rules[name]}
        />
      ))}
    </div>
  )
}

/** What the person says of themselves, whether an address is proven, and when a holder counts as them. */
export const IdentityFields = ({ view }: Props) => {
  const { t, document, flaws } = view
  const errorPrefix = t('frame.error')
  return (
    <div className="grid gap-4" id="f-identityFields" tabIndex={-1}>
      <div className="grid grid-cols-pair gap-4">
        {identityFieldNames.map((name) => (
          <Asked key={name} name={name} view={view} />
        ))}
      </div>
      <Select
        choices={(['none', 'email', 'phone', 'either'] as const).map((value) => ({
          value,
          label: t(`console.policy.proofs.${value}`),
        }))}
        error={errorAt(flaws, 'identityProof', t)}
        errorPrefix={errorPrefix}
        label={t('console.policy.fields.identityProof')}
        name="identityProof"
        value={document.identityProof}
      />
      <Agreement view={view} />
    </div>
  )
}
