import { BankError } from '../bank-error.ts'
import type { BankRequest } from '../router.ts'
import type { BankWorld } from '../world.ts'
import { checkDpop } from './check-dpop.ts'
import { type Consent, doesStand } from './consent.ts'
import type { Door } from './door.ts'

const credentials = /^(Bearer|DPoP) ([\w.~+/=-]+)$/iu

/** The consent behind the access token of this call, which must be alive and in the hands of whom it was given to. */
export const redeemAccess = async (world: BankWorld, door: Door, request: BankRequest): Promise<Consent> => {
  const [, scheme = '', value = ''] = credentials.exec(request.raw.message.headers.authorization ?? '') ?? []
  const token = await door.provider.AccessToken.find(value)
  const consent = door.desk.consents.get(token?.grantId ?? '')
  const grant = await door.provider.Grant.find(token?.grantId ?? '')
  if (!token || !consent || !grant || !doesStand(consent, world.clock.now()))
    throw new BankError('invalid_token')
  const isFirst = !token.gty?.includes('refresh_token')
  if (isFirst && consent.customer.persona.oauth?.isFirstTokenExpired) throw new BankError('invalid_token')
  const isBound = token.jkt !== undefined
  if (isBound !== (scheme.toLowerCase() === 'dpop')) throw new BankError('invalid_token')
  if (token.jkt !== undefined) {
    const { pathname } = new URL(request.raw.message.url ?? '/', world.publicUrl)
    const address = new URL(pathname, world.publicUrl).href
    await checkDpop(door, request, { token: value, jkt: token.jkt, clientId: consent.clientId, address })
  }
  return consent
}

/** Ends a consent at the bank: from now on its tokens read nothing and refresh nothing. */
export const withdrawConsent = async ({ provider }: Door, consent: Consent): Promise<void> => {
  consent.isWithdrawn = true
  await Promise.all([
    provider.AccessToken.revokeByGrantId(consent.grantId),
    provider.RefreshToken.revokeByGrantId(consent.grantId),
  ])
}
