import { succeeded } from '#lib/kit/outcome.ts'
import { type ClaimedAddress, type Country, countries } from '../identity.ts'
import { regionCode } from '../matching/street-words.ts'
import { type ClaimError, lineOf, type Reading, type Typed } from './reading.ts'
import { regions } from './regions.ts'

const mostLetters = { line1: 120, line2: 120, city: 80 } as const

/** Canada Post uses no D, F, I, O, Q or U, and begins none with W or Z. */
const canadian = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/
const american = /^(\d{5})(\d{4})?$/

/** As post offices write it, or null: `h3b5e8` is `H3B 5E8`, `10001 4321` is `10001-4321`. */
export const postalCodeOf = (text: string, country: Country): string | null => {
  const plain = text.toUpperCase().replace(/[\s-]/g, '')
  const [, first, second] = (country === 'CA' ? canadian : american).exec(plain) ?? []
  if (first === undefined) return null
  if (country === 'CA') return `${first} ${second}`
  return second === undefined ? first : `${first}-${second}`
}

const regionError = (region: string, country: Country): string | null => {
  if (region === '') return 'region_missing'
  return regions[country].includes(region) ? null : 'region_invalid'
}

const postalError = (text: string, country: Country): string | null => {
  if (text === '') return 'postal_missing'
  return postalCodeOf(text, country) === null ? `postal_invalid_${country.toLowerCase()}` : null
}

type Lines = { readonly line1: string; readonly line2: string; readonly city: string }

const lengthErrors = (lines: Lines): ClaimError[] =>
  (['line1', 'line2', 'city'] as const)
    .filter((name) => lines[name].length > mostLetters[name])
    .map((name) => ({ field: `address-${name}`, code: 'too_long', values: { max: mostLetters[name] } }))

const isError = (error: ClaimError | false): error is ClaimError => error !== false

/** An address of Canada or the United States: all of it, or none. The country alone is no answer, for it is preset. */
export const readAddress = (typed: Typed): Reading<ClaimedAddress> => {
  const [line1, line2, city] = (['line1', 'line2', 'city'] as const).map((name) =>
    lineOf(typed, `address-${name}`),
  ) as [string, string, string]
  const region = regionCode(lineOf(typed, 'address-region'))
  const postal = lineOf(typed, 'address-postalCode')
  if (`${line1}${line2}${city}${region}${postal}` === '') return succeeded(null)
  const country = countries.find((one) => one === typed['address-country']) ?? 'CA'
  const [noRegion, noPostal] = [regionError(region, country), postalError(postal, country)]
  const errors = [
    line1 === '' && { field: 'address-line1', code: 'line1_missing' },
    city === '' && { field: 'address-city', code: 'city_missing' },
    noRegion !== null && { field: 'address-region', code: noRegion },
    noPostal !== null && { field: 'address-postalCode', code: noPostal },
    ...lengthErrors({ line1, line2, city }),
  ].filter(isError)
  if (errors.length > 0) return { ok: false, reason: errors }
  const postalCode = postalCodeOf(postal, country) ?? postal
  return succeeded({ line1, ...(line2 === '' ? {} : { line2 }), city, region, postalCode, country })
}
