import type { LinkFlaw } from '#lib/flow/link-flaws.ts'
import { readPhone } from '#lib/identity/fields/read-contact.ts'
import type { NewLink } from '#lib/links/link.ts'
import type { LinkColumn, LinkRow } from '#lib/links/read-link-csv.ts'

type Cells = LinkRow['cells']

const addressPlaces = {
  street: 'line1',
  unit: 'line2',
  city: 'city',
  region: 'region',
  postal_code: 'postalCode',
  country: 'country',
} as const

const valuePlaces = {
  name: 'fullName',
  email: 'email',
  date_of_birth: 'dateOfBirth',
  reference: 'reference',
} as const

const pick = (cells: Cells, places: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(places).flatMap(([column, place]) => {
      const text = cells[column as LinkColumn]
      return text === undefined ? [] : [[place, text]]
    }),
  )

const phoneOf = ({ phone }: Cells): Record<string, string> => {
  if (phone === undefined) return {}
  const read = readPhone({ phone })
  return { phone: (read.ok ? read.value : null) ?? phone }
}

/** An address of Canada needs not say so. */
const addressOf = (cells: Cells): Record<string, unknown> => {
  const address = pick(cells, addressPlaces)
  return Object.keys(address).length === 0 ? {} : { address: { country: 'CA', ...address } }
}

export type ListTerms = { readonly batchId: string; readonly days: number; readonly isDemo: boolean }

/** The link that a row asks for. It may be flawed: nothing has been looked through yet. */
export const rowToLink = (cells: Cells, terms: ListTerms): NewLink => {
  const values = { ...pick(cells, valuePlaces), ...phoneOf(cells), ...addressOf(cells) }
  return {
    ...terms,
    language: (cells.language?.toLowerCase() ?? null) as NewLink['language'],
    tag: cells.tag ?? null,
    returnUrl: cells.return_url ?? null,
    prefill: Object.keys(values).length === 0 ? null : { values, locked: [] },
  }
}

/** What is wrong with a row: the column, and how. Never what the cell holds. */
export type RowFlaw = { readonly column: LinkColumn; readonly flaw: LinkFlaw['flaw'] | 'missing' }

const columnsByField: Readonly<Record<string, LinkColumn>> = {
  fullName: 'name',
  email: 'email',
  phone: 'phone',
  dateOfBirth: 'date_of_birth',
  reference: 'reference',
  language: 'language',
  tag: 'tag',
  returnUrl: 'return_url',
  line1: 'street',
  line2: 'unit',
  city: 'city',
  region: 'region',
  postalCode: 'postal_code',
  country: 'country',
  address: 'street',
}

/** The flaw of a link at the column of its row; a field that an address lacks is missing rather than wrong. */
export const rowFlawOf = ({ field, flaw }: LinkFlaw, cells: Cells): RowFlaw => {
  const column = columnsByField[field.split('.').at(-1) ?? ''] ?? 'name'
  return { column, flaw: flaw === 'invalid' && cells[column] === undefined ? 'missing' : flaw }
}
