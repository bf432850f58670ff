import { type Account, accountsOf } from '../ledger/account.ts'
import { dayOf } from '../ledger/calendar.ts'
import type { ClusterName } from '../oauth/clusters.ts'
import type { Consent } from '../oauth/consent.ts'
import { type Door, getDoor } from '../oauth/door.ts'
import { redeemAccess } from '../oauth/redeem-access.ts'
import type { Reply } from '../reply.ts'
import type { BankRequest } from '../router.ts'
import { meetTrouble } from '../trouble.ts'
import type { BankWorld } from '../world.ts'
import { FdxError } from './fdx-error.ts'
import { fdxErrorReply, interactionIdOf, withInteraction } from './fdx-reply.ts'

/** One read of shared data: whose, by which consent, for what. */
export type Reading = {
  readonly world: BankWorld
  readonly door: Door
  readonly consent: Consent
  readonly request: BankRequest
  readonly today: string
}

export type Read = (reading: Reading) => Reply | Promise<Reply>

const readAs = async (world: BankWorld, request: BankRequest, needs: readonly ClusterName[], read: Read) => {
  const door = getDoor(world.doors, request.params.door)
  const consent = await redeemAccess(world, door, request)
  if (!needs.some((cluster) => consent.clusters.includes(cluster))) throw new FdxError('not_granted')
  const spoilt = await meetTrouble(world, consent.customer, 'data')
  return spoilt ?? read({ world, door, consent, request, today: dayOf(world.clock.now()) })
}

/** Every read starts alike: the token, the consent, the clusters (any one of them), the persona's trouble. */
export const reading =
  (needs: readonly ClusterName[], read: Read) =>
  async (world: BankWorld, request: BankRequest): Promise<Reply> => {
    const id = interactionIdOf(request)
    try {
      return withInteraction(await readAs(world, request, needs, read), id)
    } catch (error) {
      const scheme = request.params.door === 'fapi' ? 'DPoP' : 'Bearer'
      return withInteraction(fdxErrorReply(error, id, scheme), id)
    }
  }

/** The accounts that were chosen at the consent, in the bank's order. */
export const sharedAccounts = ({ customer, accountIds }: Consent): readonly Account[] =>
  accountsOf(customer).filter(({ id }) => accountIds.includes(id))

export const getSharedAccount = ({ consent, request }: Reading): Account => {
  const account = sharedAccounts(consent).find(({ id }) => id === request.params.id)
  if (!account) throw new FdxError('no_account')
  return account
}

/** As `getSharedAccount`, for what only an open account yields. */
export const getOpenShared = (reading: Reading): Account => {
  const account = getSharedAccount(reading)
  if (account.plan.status === 'CLOSED') throw new FdxError('account_closed')
  if (account.plan.status === 'RESTRICTED') throw new FdxError('account_restricted')
  return account
}
