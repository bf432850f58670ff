import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBank, startBank } from '../server.ts'
import { movableClock } from '../testing/movable-clock.ts'
import { agree, consentDetails, relyingParty } from '../testing/relying-party.ts'

const clock = movableClock()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
})
afterAll(() => bank.close())

describe.each(['open', 'fapi'] as const)('the %s door', (door) => {
  it('leads from discovery over sign-in and consent to the accounts that were chosen', async () => {
    const party = await relyingParty(bank.url, door)
    const start = await party.authorizationUrl(door === 'fapi' ? consentDetails() : {})
    const location = await agree(bank.url, start, 'greatday_nomfa')
    const tokens = await party.tokens(location)
    expect(tokens.token_type).toBe(door === 'fapi' ? 'dpop' : 'bearer')
    const response = await party.read(tokens.access_token, '/accounts?resultType=details')
    const { accounts } = (await response.json()) as { accounts: { productName: string }[] }
    expect(accounts.map(({ productName }) => productName)).toEqual([
      'Chequing Account',
      'Savings Account',
      'Maple Credit Card',
      'Personal loan',
    ])
  })
})
