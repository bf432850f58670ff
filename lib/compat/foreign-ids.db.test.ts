import { beforeAll, describe, expect, it } from 'vitest'
import { mintGuid } from '#lib/kit/ids.ts'
import { statementsOf } from '../../test/database/statements-of.ts'
import { aClient, type Client } from '../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../test/dialect/dialect-world.ts'

withDialect()

let asker: Client
let foreign: { readonly LoginId: string; readonly RequestId: string }
beforeAll(async () => {
  asker = await aClient()
  const owner = speak(await aClient())
  const { body } = await owner.login('one_account')
  foreign = { LoginId: body.Login.Id, RequestId: body.RequestId }
  await owner.settled(() => owner.read('GetAccountsDetail', { RequestId: foreign.RequestId }))
})

type Ids = { readonly LoginId: string; readonly RequestId: string }
type Talk = ReturnType<typeof speak>

const calls: Readonly<Record<string, (talk: Talk, ids: Ids) => Promise<{ status: number; body: object }>>> = {
  'Authorize, cached': (talk, { LoginId }) => talk.authorize({ LoginId, MostRecentCached: true }),
  'Authorize, anew': (talk, { LoginId }) => talk.authorize({ LoginId, MostRecentCached: false }),
  'Authorize, going on': (talk, { RequestId }) => talk.authorize({ RequestId }),
  AuthorizeMultiple: (talk, { LoginId }) => talk.read('AuthorizeMultiple', { LoginIds: [LoginId] }),
  GetAccountsSummary: (talk, { RequestId }) => talk.read('GetAccountsSummary', { RequestId }),
  GetAccountsDetail: (talk, { RequestId }) => talk.read('GetAccountsDetail', { RequestId }),
  GetAccountsDetailAsync: (talk, { RequestId }) =>
    talk.read(`GetAccountsDetailAsync/${RequestId}`, undefined, 'GET'),
  GetStatements: (talk, { RequestId }) => talk.read('GetStatements', { RequestId }),
  GetMFAQuestions: (talk, { LoginId }) => talk.read(`GetMFAQuestions/${LoginId}`, undefined, 'GET'),
  SetScheduledRefresh: (talk, { LoginId }) =>
    talk.read('SetScheduledRefresh', { LoginId, IsActivated: true }, 'PATCH'),
  FieldMatch: (talk, { LoginId }) => talk.read('FieldMatch', { LoginId, FullName: 'John Doe' }),
  DeleteCard: (talk, { LoginId }) => talk.read(`DeleteCard/${LoginId}`, undefined, 'DELETE'),
}

const withoutIds = (body: object, ids: Ids): string =>
  JSON.stringify(body).replaceAll(ids.LoginId, 'LoginId').replaceAll(ids.RequestId, 'RequestId')

/** Time cannot be compared without flaking; what is asked of the database, which is what takes the time, can. */
describe('another customer’s ids behave as unknown, at the same cost', () => {
  for (const [name, call] of Object.entries(calls))
    it(name, async () => {
      const talk = speak(asker)
      const unknown = { LoginId: mintGuid(), RequestId: mintGuid() }
      const answers: string[] = []
      const costs: string[][] = []
      for (const ids of [foreign, unknown]) {
        const sent = await statementsOf(async () => {
          const { status, body } = await call(talk, ids)
          answers.push(`${status} ${withoutIds(body, ids)}`)
        })
        costs.push(sent)
      }
      expect(answers[0]).toBe(answers[1])
      expect(costs[0]?.length).toBeGreaterThan(1)
      expect(costs[0]).toEqual(costs[1])
    })
})

describe('what a reading costs', () => {
  it('a cached login and its history are read with few questions, whatever the number of accounts', async () => {
    const talk = speak(asker)
    const { body } = await talk.login('greatday_nomfa')
    const { RequestId } = body
    const detail = () => talk.read('GetAccountsDetail', { RequestId })
    await talk.settled(detail)
    const sent = await statementsOf(detail)
    // Eight, and now and then a look at what is kept in memory for a while.
    expect(sent.length).toBeLessThanOrEqual(10)
    expect(sent.filter((text) => /^\s*(insert|update|begin)/i.test(text))).toEqual([])
  })
})
