import type { RedirectRequest } from '#lib/connectors/contract.ts'
import type { DoorName } from '../../bank/institutions.ts'
import { fapiClientId, fapiClientPrivateJwk, openClient } from '../../bank/oauth/demo-clients.ts'
import { agree } from '../../bank/testing/relying-party.ts'

const clients = {
  open: {
    clientId: openClient.clientId,
    auth: { method: 'client_secret_basic', secret: openClient.clientSecret },
  },
  fapi: {
    clientId: fapiClientId,
    auth: { method: 'private_key_jwt', key: fapiClientPrivateJwk },
    profile: 'fapi2',
    discovery: 'oauth',
  },
} as const

/** What an operator would say of one door of the sandbox bank; `dataUrl` where something stands between. */
export const settingsOfDoor = (url: string, door: DoorName, extra: object = {}): string =>
  JSON.stringify({
    issuer: `${url}/oauth/${door}`,
    dataUrl: `${url}/fdx/${door}/v6`,
    ...clients[door],
    ...extra,
  })

export const everyScope = [
  'account_basics',
  'account_numbers',
  'balances',
  'transactions_365',
  'holder_contact',
  'statements',
  'ongoing_refresh',
]

export const redirectRequest = (extra: Partial<RedirectRequest> = {}): RedirectRequest => ({
  institution: 'SandboxOpenBank',
  language: 'en',
  redirectUri: 'http://127.0.0.1:4567/callback/fdx',
  state: 'a-state-that-nobody-guesses',
  scopes: everyScope,
  consentEndsAt: new Date(Date.now() + 90 * 86_400_000),
  ...extra,
})

/** The person: signs in at the bank, agrees to all, and is sent back to this address. */
export const agreeAt = async (bankUrl: string, start: string, username: string): Promise<string> =>
  (await agree(bankUrl, new URL(start), username)).href
