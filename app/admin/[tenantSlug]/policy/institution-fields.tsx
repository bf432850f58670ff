import { describedBy, FieldErrorText, fieldId } from '../../../_ui/field.tsx'
import { Checks, Select } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { controlLook } from '../../_ui/field.tsx'

type Props = { readonly view: StudioView<'policy'> }

const mostFeatured = 24
/** Files are no way to a bank: they have a control of their own. */
const connectorChoices = ['sandbox', 'fdx', 'aggregator'] as const
/** Places beyond those that are taken, so that a few may be added at once. */
const freePlaces = 3

const Featured = ({ view }: Props) => {
  const { t, document, flaws, institutions = [] } = view
  const { featured } = document.institutionRules
  const places = Math.min(mostFeatured, featured.length + freePlaces)
  const choices = institutions.map((one) => ({ value: String(one.id), label: one.name }))
  const id = fieldId('institutions.featured')
  const hint = t('console.policy.hints.featured')
  const error = errorAt(flaws, 'institutions.featured', t)
  return (
    <fieldset aria-describedby={describedBy(id, hint, error)} id={id} tabIndex={-1}>
      <legend className="text-small font-semibold">{t('console.policy.fields.featured')}</legend>
      <p className="text-small text-muted" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {Array.from({ length: places }, (_, index) => index).map((index) => (
          <label className="block text-small" key={index}>
            <span className="sr-only">{t('console.policy.featuredPlace', { place: index + 1 })}</span>
            <select
              className={controlLook(undefined)}
              defaultValue={String(featured[index] ?? '')}
              name="institutions.featured"
            >
              <option value="">{t('console.policy.nobody')}</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {error && <FieldErrorText id={`${id}-error`} prefix={t('frame.error')} text={error} />}
    </fieldset>
  )
}

const Files = ({ view: { t, document } }: Props) => (
  <Checks
    choices={[{ value: 'yes', label: t('console.policy.acceptsFiles') }]}
    errorPrefix={t('frame.error')}
    hint={t('console.policy.hints.acceptsFiles')}
    label={t('console.policy.fields.acceptsFiles')}
    name="acceptsFiles"
    values={document.acceptsFiles ? ['yes'] : []}
  />
)

/** Which banks are shown, which come first, and what is open to people whose bank cannot be connected. */
export const InstitutionFields = ({ view }: Props) => {
  const { t, document, flaws, institutions = [] } = view
  const errorPrefix = t('frame.error')
  const { listed, countries, hidden } = document.institutionRules
  return (
    <div className="grid gap-5">
      <Select
        choices={(['connectable', 'all'] as const).map((value) => ({
          value,
          label: t(`console.policy.listed.${value}`),
        }))}
        error={errorAt(flaws, 'institutions.listed', t)}
        errorPrefix={errorPrefix}
        label={t('console.policy.fields.listed')}
        name="institutions.listed"
        value={listed}
      />
      <Checks
        choices={(['CA', 'US'] as const).map((value) => ({ value, label: t(`countries.${value}`) }))}
        error={errorAt(flaws, 'institutions.countries', t)}
        errorPrefix={errorPrefix}
        label={t('console.policy.fields.countries')}
        name="institutions.countries"
        values={countries}
      />
      <Featured view={view} />
      <details open={hidden.length > 0}>
        <summary className="w-fit py-3 text-small font-semibold">
          {t('console.policy.hideTitle', { count: hidden.length })}
        </summary>
        <Checks
          choices={institutions.map(({ id, name }) => ({ value: String(id), label: name }))}
          errorPrefix={errorPrefix}
          label={t('console.policy.fields.hidden')}
          name="institutions.hidden"
          values={hidden.map(String)}
        />
      </details>
      <Checks
        choices={connectorChoices.map((value) => ({ value, label: t(`console.policy.connectors.${value}`) }))}
        error={errorAt(flaws, 'institutions.connectors', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.connectors')}
        label={t('console.policy.fields.connectors')}
        name="institutions.connectors"
        values={document.institutionRules.connectors}
      />
      <Files view={view} />
    </div>
  )
}
