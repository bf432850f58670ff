import type { IdentityField } from '#lib/flow/identity-view.ts'
import type { Frame } from '#lib/flow/view.ts'
import { formatDate, type Language, type Translate } from '#lib/kit/i18n.ts'
import { regionName } from './address-fields.tsx'

type Props = { readonly frame: Frame; readonly fields: readonly IdentityField[]; readonly t: Translate }

const addressLines = (values: IdentityField['values'], t: Translate): string[] => {
  const [line1, line2, city, region, postalCode, country] = [
    'line1',
    'line2',
    'city',
    'region',
    'postalCode',
    'country',
  ].map((part) => values[`address-${part}`] ?? '')
  const land = country === 'US' ? 'US' : 'CA'
  return [
    line1 ?? '',
    line2 ?? '',
    `${city}, ${regionName(land, region ?? '', t)} ${postalCode}`,
    t(`countries.${land}`),
  ].filter((line) => line.trim() !== '')
}

const birthText = (values: IdentityField['values'], language: Language): string => {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => Number(values[`dateOfBirth-${part}`]))
  return formatDate(language, new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)), 'UTC')
}

const textsOf = ({ name, values }: IdentityField, language: Language, t: Translate): string[] => {
  if (name === 'address') return addressLines(values, t)
  return [name === 'dateOfBirth' ? birthText(values, language) : (values[name] ?? '')]
}

/** What the tenant's link says of the person: to be read, not to be changed here. */
export const LockedFields = ({ frame, fields, t }: Props) => (
  <section className="mt-6 rounded-panel bg-raised px-5 py-4">
    <h2 className="font-semibold">{t('identity.lockedTitle', { tenant: frame.brand.tenantName })}</h2>
    <dl className="mt-2 grid gap-3">
      {fields.map((field) => (
        <div key={field.name}>
          <dt className="text-small text-muted">{t(`identity.${field.name}`)}</dt>
          {textsOf(field, frame.language, t).map((text) => (
            <dd className="wrap-anywhere" key={text}>
              {text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
    <p className="mt-3 text-small text-muted">
      {t('identity.lockedText', { tenant: frame.brand.tenantName, contact: frame.brand.supportEmail })}
    </p>
  </section>
)
