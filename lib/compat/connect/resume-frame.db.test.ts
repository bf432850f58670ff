import { beforeAll, describe, expect, it } from 'vitest'
import { idleLifeMs } from '#lib/connections/data-request.ts'
import { updateDataRequest } from '#lib/connections/data-request-store.ts'
import { later } from '#lib/kit/clock.ts'
import { aClient, type Client } from '../../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../../test/dialect/dialect-world.ts'
import {
  hearFramed,
  openFramed,
  sendFramed,
  shareFramed,
  showFramed,
  visitOf,
} from '../../../test/dialect/frame-visit.ts'
import { leaveVisit } from './leave-visit.ts'

withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient()
})

/** A login by API whose bank asks a question. */
const asked = async (Username: string): Promise<string> => {
  const answer = await speak(client).login(Username)
  expect(answer.status).toBe(203)
  return answer.body.RequestId
}

const answerTo = async (key: { id: string; proof: string }, text: string): Promise<string> => {
  const { view } = await showFramed(key)
  if (view.step !== 'mfa') throw new Error(`${view.step} is due`)
  return sendFramed(key, { [`answer.${view.challenges[0]?.id}`]: text })
}

const steps = (events: readonly { step: string }[]) => events.map(({ step }) => step)

describe('a frame that names a request', () => {
  it('opens at the question of the bank, and ends with the same request id', async () => {
    const requestId = await asked('Greatday')
    const key = await openFramed(client, { requestId, jsRedirect: 'true' })
    expect(await hearFramed(key)).toEqual([
      { step: 'APP_MOUNTED' },
      { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['QuestionAndAnswer'] },
    ])
    expect(await answerTo(key, 'Triangle')).toBe('accounts')
    expect(await shareFramed(key)).toBe('done')
    await leaveVisit(await visitOf(key), key.proof)
    const told = await hearFramed(key)
    expect(told.at(-1)).toMatchObject({ step: 'REDIRECT', requestId, institution: 'FlinksCapital' })
    const { read, settled } = speak(client)
    const detail = await settled(() => read('GetAccountsDetail', { RequestId: requestId }))
    expect(detail.status).toBe(200)
    expect(detail.body.Login.Id).toBe(told.at(-1)?.loginId)
    expect(detail.body.Accounts.length).toBeGreaterThan(0)
  })

  it('keeps the request id when the person has to sign in again', async () => {
    const requestId = await asked('Greatday+again')
    const key = await openFramed(client, { requestId, jsRedirect: 'true' })
    await hearFramed(key)
    for (const wrong of ['Circle', 'Square', 'Circle']) {
      if ((await showFramed(key)).view.step === 'mfa') await answerTo(key, wrong)
    }
    expect((await showFramed(key)).view.step).toBe('login')
    await sendFramed(key, { username: 'greatday_nomfa', password: 'Everyday' })
    await shareFramed(key)
    await leaveVisit(await visitOf(key), key.proof)
    expect((await hearFramed(key)).at(-1)).toMatchObject({ step: 'REDIRECT', requestId })
    const { read, settled } = speak(client)
    expect((await settled(() => read('GetAccountsDetail', { RequestId: requestId }))).status).toBe(200)
  })

  it('is taken over once: by that browser again, and by another one only with a token', async () => {
    const requestId = await asked('Greatday+once')
    const key = await openFramed(client, { requestId })
    const proofOf = (id: string) => (id === key.id ? key.proof : null)
    expect(await openFramed(client, { requestId }, { proofOf })).toEqual(key)
    const stranger = await openFramed(client, { requestId })
    expect(stranger.id).not.toBe(key.id)
    const authorizeToken = await speak(client).token()
    const vouched = await openFramed(client, { requestId, authorizeToken })
    expect(vouched.id).toBe(key.id)
    expect(vouched.proof).not.toBe(key.proof)
  })

  it('of which twenty are opened at once, one goes on with it', async () => {
    const requestId = await asked('Greatday+race')
    const keys = await Promise.all(Array.from({ length: 20 }, () => openFramed(client, { requestId })))
    const views = await Promise.all(keys.map(showFramed))
    expect(views.filter(({ view }) => view.step === 'mfa')).toHaveLength(1)
  })

  it('comes too late after eight minutes: the same bank begins anew, and the page around is told', async () => {
    const requestId = await asked('Greatday+late')
    await updateDataRequest(client.db, requestId, { askedAt: later(new Date(), -idleLifeMs) })
    const key = await openFramed(client, { requestId })
    expect(await hearFramed(key)).toEqual([
      { step: 'APP_MOUNTED' },
      { step: 'SESSION_EXPIRED', institution: 'FlinksCapital', flinksCode: 'SESSION_EXPIRED' },
      { step: 'COMPONENT_LOAD_CONSENT' },
    ])
    expect((await visitOf(key)).session.facts.institution?.institutionId).toBe(14)
  })

  it.each(['00000000-0000-4000-8000-000000000000', 'x', "'; drop table"])(
    'that nobody knows (%s) begins from the beginning',
    async (requestId) => {
      const key = await openFramed(client, { requestId })
      expect(steps(await hearFramed(key))).toEqual([
        'APP_MOUNTED',
        'SESSION_EXPIRED',
        'COMPONENT_LOAD_CONSENT',
      ])
      expect((await visitOf(key)).session.facts).toEqual({})
    },
  )

  it('of another tenant is one that nobody knows', async () => {
    const requestId = await asked('Greatday+other')
    const key = await openFramed(await aClient(), { requestId })
    expect((await visitOf(key)).session.facts).toEqual({})
  })
})
