import type { Route } from '../router.ts'
import { reading } from './fdx-reading.ts'
import { listAccounts, listPaymentNetworks, readAccount, readContact, readCustomer } from './read-accounts.ts'
import { listStatements, listTransactions, readStatement } from './read-movements.ts'

const base = '/fdx/:door/v6'
const account = `${base}/accounts/:id`

/** FDX v6, for whoever holds a token of the door; each resource asks for its data cluster. */
export const fdxRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${base}/accounts`,
    handle: reading(['ACCOUNT_BASIC', 'ACCOUNT_DETAILED'], listAccounts),
  },
  { method: 'GET', pattern: account, handle: reading(['ACCOUNT_DETAILED'], readAccount) },
  { method: 'GET', pattern: `${account}/contact`, handle: reading(['CUSTOMER_CONTACT'], readContact) },
  {
    method: 'GET',
    pattern: `${base}/customers/current`,
    handle: reading(['CUSTOMER_CONTACT'], readCustomer),
  },
  {
    method: 'GET',
    pattern: `${account}/payment-networks`,
    handle: reading(['PAYMENT_SUPPORT'], listPaymentNetworks),
  },
  { method: 'GET', pattern: `${account}/transactions`, handle: reading(['TRANSACTIONS'], listTransactions) },
  { method: 'GET', pattern: `${account}/statements`, handle: reading(['STATEMENTS'], listStatements) },
  {
    method: 'GET',
    pattern: `${account}/statements/:statement`,
    handle: reading(['STATEMENTS'], readStatement),
  },
]
