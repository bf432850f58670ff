import type { Connector } from '#lib/connectors/contract.ts'
import type { Messages } from '#lib/kit/i18n.ts'
import type { ScopeName } from '#lib/tenants/flow-policy.ts'

/** FDX's names for kinds of data (FDX API 6, DataCluster), as far as ours reach. */
export type FdxCluster =
  | 'ACCOUNT_BASIC'
  | 'ACCOUNT_DETAILED'
  | 'ACCOUNT_PAYMENTS'
  | 'CUSTOMER_CONTACT'
  | 'STATEMENTS'
  | 'TRANSACTIONS'

/** A single thing that a scope lets be read; its plain words stand under `permissions` in the catalogues. */
export type Permission = keyof Messages['permissions']

export type CatalogueEntry = {
  /** None for `ongoing_refresh`: FDX says with the life of a consent, not with a cluster, that it is read again. */
  readonly clusters: readonly FdxCluster[]
  readonly permissions: readonly Permission[]
  /** What a connector must offer for the scope to be given there; `bank`: somebody who can be asked, now and again. */
  readonly needs: 'data' | 'statements' | 'bank'
}

const transactions: CatalogueEntry = {
  clusters: ['TRANSACTIONS'],
  permissions: ['transaction_date', 'transaction_amount', 'transaction_text', 'transaction_balance'],
  needs: 'data',
}

/** The one table of what may be asked for (FX5): a scope, its FDX clusters, and what it holds in single things (UK3). */
export const scopeCatalogue: Readonly<Record<ScopeName, CatalogueEntry>> = {
  account_basics: {
    clusters: ['ACCOUNT_BASIC'],
    permissions: ['account_name', 'account_kind', 'account_currency', 'account_ending'],
    needs: 'data',
  },
  account_numbers: {
    clusters: ['ACCOUNT_PAYMENTS'],
    permissions: ['institution_number', 'transit_number', 'account_number'],
    needs: 'data',
  },
  balances: {
    clusters: ['ACCOUNT_DETAILED'],
    permissions: ['balance_current', 'balance_available', 'balance_limit'],
    needs: 'data',
  },
  transactions_90: transactions,
  transactions_365: transactions,
  holder_contact: {
    clusters: ['CUSTOMER_CONTACT'],
    permissions: ['holder_name', 'holder_address', 'holder_email', 'holder_phone'],
    needs: 'bank',
  },
  statements: {
    clusters: ['STATEMENTS'],
    permissions: ['statement_list', 'statement_file'],
    needs: 'statements',
  },
  ongoing_refresh: { clusters: [], permissions: ['daily_read'], needs: 'bank' },
}

type Offering = Pick<Connector, 'data' | 'statements' | 'fileUpload'>

const offers: Readonly<Record<CatalogueEntry['needs'], (connector: Offering) => boolean>> = {
  data: () => true,
  statements: ({ statements }) => statements !== undefined,
  // A file is what it was on its day, and says of nobody whose it is.
  bank: ({ fileUpload }) => fileUpload === undefined,
}

/** True when what is behind this connector can give the scope (UK1). */
export const canGive = (connector: Offering, scope: ScopeName): boolean =>
  offers[scopeCatalogue[scope].needs](connector)
