import { z } from 'zod'
import { type ClusterName, clusterNames, clustersOfScope } from './clusters.ts'

export const consentType = 'fdx_v1.0'

/** FDX's consent request, as it stands in `authorization_details` (RFC 9396). */
export const consentDetailSchema = z.object({
  type: z.literal(consentType),
  consentRequest: z.object({
    durationType: z.enum(['ONE_TIME', 'TIME_BOUND', 'PERSISTENT']),
    durationPeriod: z.number().int().positive().optional(),
    lookbackPeriod: z.number().int().positive().optional(),
    resources: z
      .array(
        z.object({
          resourceType: z.enum(['ACCOUNT', 'CUSTOMER', 'DOCUMENT']),
          dataClusters: z.array(z.enum(clusterNames)).min(1),
        }),
      )
      .min(1),
  }),
})

export type ConsentRequest = {
  readonly clusters: readonly ClusterName[]
  /** Days, null for as long as the consent stands. */
  readonly days: number | null
  /** How many days back transactions may be read; null for all that the bank has. */
  readonly lookbackDays: number | null
}

const readDetails = (details: string) => z.array(consentDetailSchema).parse(JSON.parse(details))

/** What a client asks for: its authorization details where it sends them, else its scopes. */
export const consentRequestOf = (params: Readonly<Record<string, unknown>>): ConsentRequest => {
  const { scope, authorization_details: details } = params
  if (typeof details !== 'string') {
    return {
      clusters: clustersOfScope(typeof scope === 'string' ? scope : ''),
      days: null,
      lookbackDays: null,
    }
  }
  const requests = readDetails(details).map(({ consentRequest }) => consentRequest)
  const asked = requests.flatMap(({ resources }) => resources.flatMap(({ dataClusters }) => dataClusters))
  return {
    clusters: clusterNames.filter((name) => asked.includes(name)),
    days: requests.find(({ durationPeriod }) => durationPeriod !== undefined)?.durationPeriod ?? null,
    lookbackDays: requests.find(({ lookbackPeriod }) => lookbackPeriod !== undefined)?.lookbackPeriod ?? null,
  }
}
