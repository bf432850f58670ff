import type { BankAccount } from '#lib/connectors/contract.ts'

/** A chequing account as a bank tells of it; its holder's name must never be found outside of a seal. */
export const aBankAccount = (key: string, more: Partial<BankAccount> = {}): BankAccount => ({
  key,
  title: 'Chequing',
  kind: 'chequing',
  ownership: 'personal',
  currency: 'CAD',
  institutionNumber: '777',
  transitNumber: '12347',
  accountNumber: '7641268',
  balance: { available: '10.00', current: '12.00', limit: null },
  overdraftLimit: null,
  holders: [{ name: 'Canary Holder', address: null, email: null, phone: null }],
  unavailable: null,
  ...more,
})
