/** FDX's names for kinds of data (DataCluster), as far as this connector asks for them. */
export const clusterNames = [
  'ACCOUNT_BASIC',
  'ACCOUNT_DETAILED',
  'ACCOUNT_PAYMENTS',
  'PAYMENT_SUPPORT',
  'CUSTOMER_CONTACT',
  'STATEMENTS',
  'TRANSACTIONS',
] as const
export type Cluster = (typeof clusterNames)[number]

type Resource = 'ACCOUNT' | 'CUSTOMER' | 'DOCUMENT'

/** FDX files each cluster under a kind of resource, and calls the scope by its name without strokes. */
export const resourceOf = (cluster: Cluster): Resource => {
  if (cluster === 'CUSTOMER_CONTACT') return 'CUSTOMER'
  return cluster === 'STATEMENTS' ? 'DOCUMENT' : 'ACCOUNT'
}

export const usualScopeOf = (cluster: Cluster): string =>
  `fdx:${cluster.toLowerCase().replaceAll('_', '')}:read`
