import type { RedirectRequest } from '../contract.ts'
import { type Cluster, clusterNames, resourceOf, usualScopeOf } from './clusters.ts'
import type { FdxSettings } from './settings.ts'

const dayMs = 86_400_000

/** What each of our scopes is at an FDX bank. Account numbers moved to a cluster of their own in version 6. */
const clustersOf = (scope: string, version: FdxSettings['dataVersion']): readonly Cluster[] => {
  const table: Readonly<Record<string, readonly Cluster[]>> = {
    account_basics: ['ACCOUNT_BASIC'],
    account_numbers: [version === '5' ? 'ACCOUNT_PAYMENTS' : 'PAYMENT_SUPPORT'],
    balances: ['ACCOUNT_DETAILED'],
    transactions_90: ['TRANSACTIONS'],
    transactions_365: ['TRANSACTIONS'],
    holder_contact: ['CUSTOMER_CONTACT'],
    statements: ['STATEMENTS'],
  }
  return Object.hasOwn(table, scope) ? (table[scope] ?? []) : []
}

/** Without the basics there is no list of accounts to choose from, so they are always asked for. */
export const clustersFor = (
  scopes: readonly string[],
  version: FdxSettings['dataVersion'],
): readonly Cluster[] => {
  const asked = new Set<Cluster>(['ACCOUNT_BASIC', ...scopes.flatMap((scope) => clustersOf(scope, version))])
  return clusterNames.filter((name) => asked.has(name))
}

const lookbackDays = (scopes: readonly string[]): number | null => {
  if (scopes.includes('transactions_365')) return 365
  return scopes.includes('transactions_90') ? 90 : null
}

/** FDX's consent request: which data, until when, and how far back. */
export const consentRequestFor = (
  request: Pick<RedirectRequest, 'scopes' | 'consentEndsAt'>,
  clusters: readonly Cluster[],
  now: Date,
): object => {
  const lookbackPeriod = lookbackDays(request.scopes)
  const resources = Map.groupBy(clusters, resourceOf)
  return {
    durationType: 'TIME_BOUND',
    durationPeriod: Math.max(1, Math.ceil((request.consentEndsAt.getTime() - now.getTime()) / dayMs)),
    ...(lookbackPeriod === null ? {} : { lookbackPeriod }),
    resources: [...resources].map(([resourceType, dataClusters]) => ({ resourceType, dataClusters })),
  }
}

/** The parameters of the authorization request that carry the consent. */
export const consentParameters = (
  { consent, scopes, clusterScopes }: FdxSettings,
  clusters: readonly Cluster[],
  consentRequest: object,
): Record<string, string> => {
  const asked = clusters.map((cluster) => clusterScopes[cluster] ?? usualScopeOf(cluster))
  const scope = [...new Set([...scopes, ...asked])].join(' ')
  if (consent.by === 'scope') return { scope }
  if (consent.by === 'parameter') return { scope, [consent.name]: JSON.stringify(consentRequest) }
  return { scope, authorization_details: JSON.stringify([{ type: consent.type, consentRequest }]) }
}
