import type { Customer } from '../customer.ts'
import type { ClusterName } from './clusters.ts'

/** What a customer agreed to share; kept by the id of the library's grant, which is never shown. */
export type Consent = {
  readonly id: string
  readonly grantId: string
  readonly customer: Customer
  readonly clientId: string
  readonly accountIds: readonly string[]
  readonly clusters: readonly ClusterName[]
  readonly lookbackDays: number | null
  readonly givenAt: Date
  readonly endsAt: Date | null
  isWithdrawn: boolean
  /** Whether transactions were read, and whether a read was refused as too many: some personas count. */
  hasBeenRead: boolean
  refusedOnce: boolean
}

const dayMs = 86_400_000

export const consentEnd = ({ persona }: Customer, givenAt: Date, days: number | null): Date | null => {
  const lifeMs =
    persona.tokenSeconds === undefined ? (days ?? Infinity) * dayMs : persona.tokenSeconds * 1_000
  return Number.isFinite(lifeMs) ? new Date(givenAt.getTime() + lifeMs) : null
}

export const doesStand = ({ isWithdrawn, endsAt }: Consent, now: Date): boolean =>
  !isWithdrawn && (endsAt === null || now < endsAt)
