import { expect, it } from 'vitest'
import { newLinkSchema } from '#lib/links/link.ts'
import { rowFlawOf, rowToLink } from './row-to-link.ts'

const terms = { batchId: 'lbt_1', days: 7, isDemo: false }

it('a row becomes the link of its person, with a phone as people write it', () => {
  const cells = {
    name: 'Zoé Tremblay',
    email: 'zoe@example.com',
    phone: '514 333-7777',
    street: '1 rue Principale',
    city: 'Laval',
    region: 'QC',
    postal_code: 'H7A 1A1',
    language: 'FR',
    tag: 'file 7',
  }
  const link = newLinkSchema.parse(rowToLink(cells, terms))
  expect(link).toMatchObject({ language: 'fr', tag: 'file 7', days: 7, batchId: 'lbt_1' })
  expect(link.prefill?.values).toMatchObject({
    fullName: 'Zoé Tremblay',
    phone: '+15143337777',
    address: { line1: '1 rue Principale', country: 'CA' },
  })
  expect(newLinkSchema.parse(rowToLink({ tag: 'x' }, terms)).prefill).toBeNull()
})

it('names the column of what is wrong, and tells missing from wrong', () => {
  const at = (field: string, cells = {}) => rowFlawOf({ field, flaw: 'invalid' }, cells)
  expect(at('prefill.values.email', { email: 'canary' })).toEqual({ column: 'email', flaw: 'invalid' })
  expect(at('prefill.values.address.postalCode', { city: 'Laval' })).toEqual({
    column: 'postal_code',
    flaw: 'missing',
  })
  expect(rowFlawOf({ field: 'prefill.values.address', flaw: 'not_asked' }, {})).toEqual({
    column: 'street',
    flaw: 'not_asked',
  })
  expect(JSON.stringify(at('prefill.values.email', { email: 'canary' }))).not.toContain('canary')
})
