import type { Worded } from '../language.ts'

type Cluster = { readonly scope: string; readonly says: Worded }

/** FDX's data clusters that this bank can share: the scope that asks for one, and what its customer reads. */
export const clusters = {
  ACCOUNT_BASIC: {
    scope: 'fdx:accountbasic:read',
    says: {
      en: 'Names, types and last digits of the accounts',
      fr: 'Nom, type et derniers chiffres des comptes',
    },
  },
  ACCOUNT_DETAILED: {
    scope: 'fdx:accountdetailed:read',
    says: { en: 'Balances and limits', fr: 'Soldes et limites' },
  },
  TRANSACTIONS: {
    scope: 'fdx:transactions:read',
    says: { en: 'Transactions', fr: 'Opérations' },
  },
  CUSTOMER_CONTACT: {
    scope: 'fdx:customercontact:read',
    says: {
      en: 'Your name, address, email and phone number',
      fr: 'Vos nom, adresse, courriel et numéro de téléphone',
    },
  },
  STATEMENTS: {
    scope: 'fdx:statements:read',
    says: { en: 'Monthly statements', fr: 'Relevés mensuels' },
  },
  PAYMENT_SUPPORT: {
    scope: 'fdx:paymentsupport:read',
    says: { en: 'Full account numbers, for payments', fr: 'Numéros de compte complets, pour les paiements' },
  },
} as const satisfies Record<string, Cluster>

export type ClusterName = keyof typeof clusters

export const clusterNames = Object.keys(clusters) as readonly ClusterName[]

export const clusterScopes: readonly string[] = clusterNames.map((name) => clusters[name].scope)

export const clustersOfScope = (scope: string): readonly ClusterName[] =>
  clusterNames.filter((name) => scope.split(' ').includes(clusters[name].scope))
