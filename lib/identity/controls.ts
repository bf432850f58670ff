import type { IdentityFieldName } from '#lib/tenants/flow-policy.ts'

/** The controls that make up each field, by their names in the form; the first is where its errors point. */
export const controlsOf: Readonly<Record<IdentityFieldName, readonly string[]>> = {
  fullName: ['fullName'],
  dateOfBirth: ['dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year'],
  email: ['email'],
  phone: ['phone'],
  address: [
    'address-line1',
    'address-line2',
    'address-city',
    'address-region',
    'address-postalCode',
    'address-country',
  ],
  reference: ['reference'],
}
