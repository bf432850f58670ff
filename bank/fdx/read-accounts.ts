import { z } from 'zod'
import { BankError } from '../bank-error.ts'
import type { Account } from '../ledger/account.ts'
import { withdrawConsent } from '../oauth/redeem-access.ts'
import { json } from '../reply.ts'
import { descriptorEntity, detailedEntity } from './account-entity.ts'
import { contactEntity, customerEntity } from './customer-entity.ts'
import { fdxErrors } from './fdx-error.ts'
import { getSharedAccount, type Read, type Reading, sharedAccounts } from './fdx-reading.ts'
import { limitSchema, pageByOffset, pageEntity } from './page.ts'
import { paymentNetworkEntities } from './payment-network-entity.ts'

const listSchema = z.object({
  offset: z.string().optional(),
  limit: limitSchema.default(10),
  resultType: z.enum(['lightweight', 'details']).default('lightweight'),
})

/** A second reading begins with the list of accounts: the moment at which one persona has changed its mind. */
const meetSecondReading = async ({ door, consent }: Reading, offset: string | undefined): Promise<void> => {
  const isOver = consent.customer.persona.oauth?.isWithdrawnAfterReading && consent.hasBeenRead
  if (!isOver || offset !== undefined) return
  await withdrawConsent(door, consent)
  throw new BankError('invalid_token')
}

const { status: _, ...subsystem } = fdxErrors.subsystem

const isMissing = ({ consent }: Reading, account: Account): boolean =>
  consent.customer.persona.oauth?.isReadInPart === true && sharedAccounts(consent).at(-1)?.id === account.id

export const listAccounts: Read = async (reading) => {
  const { consent, request, today, door } = reading
  const { offset, limit, resultType } = listSchema.parse(request.query)
  await meetSecondReading(reading, offset)
  const page = pageByOffset(sharedAccounts(consent), offset, limit)
  const isDetailed = resultType === 'details' && consent.clusters.includes('ACCOUNT_DETAILED')
  const accounts = page.items.map((account) => {
    if (isMissing(reading, account)) return { ...descriptorEntity(account), error: subsystem }
    return isDetailed ? detailedEntity(account, today) : descriptorEntity(account)
  })
  const isWhole = accounts.every((account) => !('error' in account))
  const meta = pageEntity(page, {
    path: `/fdx/${door.name}/v6/accounts`,
    query: request.query,
    field: 'offset',
  })
  return json(isWhole ? 200 : 206, { ...meta, accounts })
}

export const readAccount: Read = (reading) => {
  const account = getSharedAccount(reading)
  if (isMissing(reading, account)) return json(206, { ...descriptorEntity(account), error: subsystem })
  return json(200, detailedEntity(account, reading.today))
}

export const readContact: Read = (reading) => {
  getSharedAccount(reading)
  return json(200, contactEntity(reading.consent.customer))
}

export const readCustomer: Read = ({ consent }) =>
  json(200, customerEntity(consent.customer, consent.accountIds))

export const listPaymentNetworks: Read = (reading) => {
  const account = getSharedAccount(reading)
  const paymentNetworks = account.plan.status === 'OPEN' ? paymentNetworkEntities(account) : []
  return json(200, { page: { totalElements: paymentNetworks.length }, paymentNetworks })
}
