import type { Customer } from '../customer.ts'
import { accountsOf } from '../ledger/account.ts'
import { consentEnd } from './consent.ts'
import { consentRequestOf } from './consent-request.ts'
import { type Door, keep, randomSecret, subjectOf } from './door.ts'

type Agreed = {
  readonly customer: Customer
  readonly clientId: string
  readonly params: Readonly<Record<string, unknown>>
  readonly accountIds: readonly string[]
  readonly now: Date
}

/** Writes down what a customer agreed to; gives back what the library wants to know of it. */
export const giveConsent = async (door: Door, agreed: Agreed) => {
  const { customer, clientId, params, now } = agreed
  const accountId = subjectOf(customer)
  keep(door.desk.customers, accountId, customer)
  const grant = new door.provider.Grant({ accountId, clientId })
  grant.addOIDCScope(String(params.scope ?? ''))
  grant.addResourceScope(door.resource, String(params.scope ?? ''))
  const grantId = await grant.save()
  const request = consentRequestOf(params)
  const shareable = accountsOf(customer).filter(({ plan }) => plan.status !== 'NOT_SHAREABLE')
  keep(door.desk.consents, grantId, {
    id: randomSecret(),
    grantId,
    customer,
    clientId,
    accountIds: shareable.map(({ id }) => id).filter((id) => agreed.accountIds.includes(id)),
    clusters: request.clusters,
    lookbackDays: request.lookbackDays,
    givenAt: now,
    endsAt: consentEnd(customer, now, request.days),
    isWithdrawn: false,
    hasBeenRead: false,
    refusedOnce: false,
  })
  return { login: { accountId, remember: false }, consent: { grantId } }
}
