import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../personas.ts'
import { type RunningBank, startBank } from '../server.ts'
import { movableClock } from '../testing/movable-clock.ts'
import { agree, type RelyingParty, relyingParty } from '../testing/relying-party.ts'

/** What a portal meets that links, reads accounts and transactions, refreshes, and reads once more. */
const met: Record<string, string> = {
  consent_denied: 'access_denied',
  consent_withdrawn: 'linked, 200 accounts, 200 transactions, refreshed, 401 accounts, invalid_grant',
  token_expires_at_once: 'linked, 401 accounts, refreshed, 200 accounts, 200 transactions',
  refresh_reused: 'linked, 401 accounts, invalid_grant',
  partial_data: 'linked, 206 accounts, 206 transactions, refreshed, 206 accounts, 206 transactions',
  rate_limited: 'linked, 200 accounts, 429 after 1 s, refreshed, 200 accounts, 200 transactions',
  wrong_issuer: 'unexpected issuer',
  clock_ahead: 'unexpected time',
  clock_behind: 'unexpected time',
  bank_down_at_token: '503 after 600 s',
}

const clock = movableClock()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
})
afterAll(() => bank.close())

const nameOf = (error: unknown): string => {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return error.error
  if (!(error instanceof ClientError)) throw error
  if (error.cause instanceof Response) {
    return `${error.cause.status} after ${error.cause.headers.get('retry-after')} s`
  }
  if (error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'unexpected time'
  return String(error.cause).includes('unexpected "iss"') ? 'unexpected issuer' : String(error.cause)
}

const readOnce = async (party: RelyingParty, token: string, steps: string[]): Promise<boolean> => {
  const listed = await party.read(token, '/accounts')
  steps.push(`${listed.status} accounts`)
  if (!listed.ok) return false
  const { accounts } = (await listed.json()) as { accounts: { accountId: string }[] }
  const path = `/accounts/${accounts[0]?.accountId}/transactions`
  const { status, headers } = await party.read(token, path)
  steps.push(status === 429 ? `429 after ${headers.get('retry-after')} s` : `${status} transactions`)
  return true
}

const walk = async (username: string, door: 'open' | 'fapi', steps: string[]): Promise<void> => {
  const party = await relyingParty(bank.url, door)
  const tokens = await party.tokens(await agree(bank.url, await party.authorizationUrl(), username))
  steps.push('linked')
  await readOnce(party, tokens.access_token, steps)
  const again = await party.refresh(tokens.refresh_token ?? '')
  steps.push('refreshed')
  if (await readOnce(party, again.access_token, steps)) return
  await party.refresh(again.refresh_token ?? tokens.refresh_token ?? '')
}

describe('the personas of OAuth', () => {
  it('are all described in this test', () => {
    const twisted = [...personas].filter(
      ([, { oauth, at }]) => oauth !== undefined || at?.token !== undefined,
    )
    expect(Object.keys(met).sort()).toEqual(twisted.map(([username]) => username).sort())
  })

  describe.each(['open', 'fapi'] as const)('at the %s door', (door) => {
    it.each(Object.entries(met))('%s meets: %s', async (username, expected) => {
      const steps: string[] = []
      await walk(username, door, steps).catch((error) => steps.push(nameOf(error)))
      expect(steps.join(', ')).toBe(expected)
    })

    it('needs_reconnect ends by the clock', async () => {
      const party = await relyingParty(bank.url, door)
      const tokens = await party.tokens(
        await agree(bank.url, await party.authorizationUrl(), 'needs_reconnect'),
      )
      expect((await party.read(tokens.access_token, '/accounts')).status).toBe(200)
      clock.move(61)
      expect((await party.read(tokens.access_token, '/accounts')).status).toBe(401)
      await expect(party.refresh(tokens.refresh_token ?? '')).rejects.toMatchObject({
        error: 'invalid_grant',
      })
    })
  })
})
