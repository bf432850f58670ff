import { beforeAll, describe, expect, it } from 'vitest'
import { aClient, type Client } from '../../test/dialect/a-client.ts'
import { ask, speak, withDialect } from '../../test/dialect/dialect-world.ts'

withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient()
})

describe('a login by API', () => {
  it('goes from credentials over a challenge to the accounts with their history', async () => {
    const { login, authorize, read, settled } = speak(client)
    const asked = await login('Greatday', { MostRecentCached: false, Save: true, Tag: 'file 7' })
    expect(asked).toMatchObject({
      status: 203,
      body: {
        HttpStatusCode: 203,
        Links: [{ rel: 'Authorization', href: '/Authorize', example: null }],
        SecurityChallenges: [{ Type: 'QuestionAndAnswer', Prompt: 'What shape do people like most?' }],
        Institution: 'FlinksCapital',
      },
    })
    const { RequestId } = asked.body
    const SecurityResponses = { 'What shape do people like most?': ['Triangle'] }
    const linked = await authorize({ RequestId, SecurityResponses, MostRecentCached: true })
    expect(linked).toMatchObject({
      status: 200,
      body: { InstitutionId: 14, Login: { Username: 'Greatday' } },
    })
    const detail = await settled(() => read('GetAccountsDetail', { RequestId }))
    expect(detail.status).toBe(200)
    expect(detail.body.Accounts.length).toBeGreaterThan(1)
    expect(detail.body.Accounts[0].Transactions.length).toBeGreaterThan(10)
    expect(detail.body.Tag).toBe('file 7')
  })

  it('is opened again by its LoginId', async () => {
    const { login, authorize, read, settled } = speak(client)
    const first = await login('greatday_nomfa')
    expect(first.status).toBe(200)
    const LoginId = first.body.Login.Id
    const cached = await authorize({ LoginId, MostRecentCached: true })
    expect(cached.body.Login.Id).toBe(LoginId)
    const { RequestId } = cached.body
    const detail = await settled(() => read('GetAccountsDetail', { RequestId }))
    expect(detail.body.Login.Id).toBe(LoginId)
  })
})

describe('a token', () => {
  it('is spent once', async () => {
    const token = await speak(client).token()
    const headers = { 'flinks-auth-key': token }
    const body = { LoginId: '00000000-0000-4000-8000-000000000000', MostRecentCached: true }
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => ask(client.customerId, 'BankingServices/Authorize', { headers, body })),
    )
    expect(tries.map((one) => one.body.FlinksCode).sort()).toEqual([
      'INVALID_LOGIN',
      ...Array.from({ length: 4 }, () => 'UNAUTHORIZED'),
    ])
  })
})
