import { regions } from '#lib/identity/fields/regions.ts'
import { countries } from '#lib/identity/identity.ts'
import type { Messages, Translate } from '#lib/kit/i18n.ts'
import { Field } from '../../../_ui/field.tsx'
import { type OptionGroup, SelectField } from '../../../_ui/select-field.tsx'
import { errorOf, typedOr } from '../_ui/flash-texts.ts'
import { type FieldProps, labelOf } from './field-props.ts'

type Country = keyof typeof regions

export const regionName = (country: Country, region: string, t: Translate): string => {
  const key = `regions.${country}.${region}` as `regions.CA.${keyof Messages['regions']['CA']}`
  return t.has(key) ? t(key) : region
}

const byName = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label)

const regionGroups = (t: Translate): OptionGroup[] =>
  countries.map((country) => ({
    label: t(`countries.${country}`),
    options: regions[country].map((value) => ({ value, label: regionName(country, value, t) })).sort(byName),
  }))

const countryGroup = (t: Translate): OptionGroup => ({
  label: '',
  options: countries.map((value) => ({ value, label: t(`countries.${value}`) })),
})

const lines = [
  { part: 'line1', autoComplete: 'address-line1' },
  { part: 'line2', autoComplete: 'address-line2' },
  { part: 'city', autoComplete: 'address-level2' },
] as const

/** A home in Canada or the United States, in the order in which it is said aloud (A8). */
export const AddressFields = ({ frame, field, t }: FieldProps) => {
  const controlOf = (part: string) => {
    const name = `address-${part}`
    return {
      name,
      defaultValue: typedOr(frame, name, field.values[name] ?? ''),
      error: errorOf(frame, name, t),
      errorPrefix: t('frame.error'),
    }
  }
  const country = controlOf('country')
  return (
    <fieldset aria-describedby="address-hint" className="mt-8 min-w-0">
      <legend className="text-h2 font-semibold">{labelOf(field, t)}</legend>
      <p className="text-small text-muted" id="address-hint">
        {t('identity.addressHint')}
      </p>
      {lines.map(({ part, autoComplete }) => (
        <Field
          {...controlOf(part)}
          autoComplete={autoComplete}
          key={part}
          label={t(`identity.addressParts.${part}`)}
          spellCheck={false}
          type="text"
        />
      ))}
      <SelectField
        {...controlOf('region')}
        autoComplete="address-level1"
        groups={regionGroups(t)}
        label={t('identity.addressParts.region')}
        placeholder={t('identity.addressParts.choose')}
      />
      <Field
        {...controlOf('postalCode')}
        autoCapitalize="characters"
        autoComplete="postal-code"
        hint={t('identity.addressParts.postalCodeHint')}
        label={t('identity.addressParts.postalCode')}
        spellCheck={false}
        type="text"
      />
      <SelectField
        {...country}
        autoComplete="country"
        defaultValue={country.defaultValue || 'CA'}
        groups={[countryGroup(t)]}
        label={t('identity.addressParts.country')}
      />
    </fieldset>
  )
}
