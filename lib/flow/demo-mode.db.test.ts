import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { mintLink } from '#lib/links/mint-link.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { aClient, type Client } from '../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../test/dialect/dialect-world.ts'
import {
  agreeFramed,
  type FrameKey,
  openFramed,
  showFramed,
  visitOf,
} from '../../test/dialect/frame-visit.ts'
import { findLinkableInstitution } from './api/linkable-institution.ts'
import { openCustomVisit } from './custom/open-custom-visit.ts'
import { openPublicLink } from './open-link.ts'
import { openPersonalLink } from './open-personal-link.ts'

withDialect()

const realBank = 'RBC'

/** A client whose person meets the banks right behind the consent. */
const aClientWho = async (demoMode: FlowPolicy['demoMode']) => {
  const returnUrl = `https://app.example/${randomUUID()}`
  const client = await aClient({ demoMode, preset: 'connect', identityFields: [], returnUrls: [returnUrl] })
  return { ...client, returnUrl }
}
type Asker = Client & { readonly returnUrl: string }

const wishes = (isDemo: boolean) => ({
  language: 'en',
  acceptLanguage: null,
  isDemo,
  tag: null,
  redirectUrl: null,
  device: null,
})

const keyOf = <Value>(
  answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: unknown },
) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.reason))
  return answer.value
}

const isDemo = async (key: FrameKey): Promise<boolean> => (await visitOf(key)).session.isDemo

const atCustom = (redirectUri: string, institution: string) =>
  openCustomVisit({
    ...{ customerId: null, slug: null, host: 'portal.example', redirectUri, institution },
    ...{ state: null, language: null, acceptLanguage: null, tag: null },
  })

const personal = async ({ db }: Asker, isTestLink: boolean, isWished: boolean) => {
  const { token } = await mintLink(db, { isDemo: isTestLink }, { actor: 'test', now: new Date() })
  return openPersonalLink(token, wishes(isWished), { proofOf: () => null, secret: 'a browser' })
}

/** The fronts at which a person chooses their bank; `isWished`: the address asks for a test. */
const fronts = {
  'the public link': async ({ slug }: Asker, isWished: boolean) =>
    keyOf(await openPublicLink(slug, wishes(isWished))),
  'a personal link': async (client: Asker, isWished: boolean) =>
    keyOf(await personal(client, false, isWished)),
  'a frame': (client: Asker, isWished: boolean) => openFramed(client, {}, { isDemo: isWished }),
}
const named = Object.keys(fronts) as (keyof typeof fronts)[]

/** The banks that a visit shows. */
const banksOf = async (key: FrameKey) => {
  await agreeFramed(key)
  const { view } = await showFramed(key)
  if (view.step !== 'institution') throw new Error(`${view.step} is due`)
  return view.rows
}

const logIn = async (client: Asker) => {
  const { body } = await speak(client).login('one_account')
  expect(body.HttpStatusCode).toBe(200)
  return client.db.tables.session.findMany({ where: { front: 'api' } })
}

describe('where every visit is a test', () => {
  it.each(named)('one at %s is, though nobody asks for it, and reaches test banks alone', async (front) => {
    const key = await fronts[front](await aClientWho('always'), false)
    expect(await isDemo(key)).toBe(true)
    const banks = await banksOf(key)
    expect(banks.length).toBeGreaterThan(0)
    expect(banks.filter((bank) => !bank.isTest)).toEqual([])
  })

  it('one of own screens is, at a test bank, and none is opened at a real one', async () => {
    const { returnUrl } = await aClientWho('always')
    expect(await isDemo(keyOf(await atCustom(returnUrl, '14')))).toBe(true)
    expect(await atCustom(returnUrl, realBank)).toMatchObject({
      ok: false,
      reason: { backTo: expect.stringContaining('error_description=institution_unknown') },
    })
  })

  it('a login by API is, and no real bank can be named', async () => {
    const client = await aClientWho('always')
    expect(await logIn(client)).toMatchObject([{ isDemo: true }])
    const { connection, consent } = client.db.tables
    expect(await connection.findMany()).toMatchObject([{ isDemo: true }])
    expect(await consent.findMany()).toMatchObject([{ isDemo: true }])
    expect(await findLinkableInstitution(client.db, realBank)).toBeNull()
    expect(await findLinkableInstitution(client.db, '14')).toMatchObject({ isTest: true })
  })
})

describe('where links alone make a test', () => {
  it.each(named)('an address that asks for one at %s opens nothing', async (front) => {
    const client = await aClientWho('links')
    await expect(fronts[front](client, true)).rejects.toThrow('demo_off')
    expect(await client.db.tables.session.count()).toBe(0)
  })

  it.each(named)('a visit at %s that nobody asks it for is real', async (front) => {
    expect(await isDemo(await fronts[front](await aClientWho('links'), false))).toBe(false)
  })

  it('a link that was made as a test opens one, also when its address says so again', async () => {
    const client = await aClientWho('links')
    for (const isWished of [false, true])
      expect(await isDemo(keyOf(await personal(client, true, isWished)))).toBe(true)
  })

  it('a link that was refused for its address is not spent by it', async () => {
    const { db } = await aClientWho('links')
    const { token } = await mintLink(db, {}, { actor: 'test', now: new Date() })
    const browser = { proofOf: () => null, secret: 'a browser' }
    expect(await openPersonalLink(token, wishes(true), browser)).toEqual({ ok: false, reason: 'demo_off' })
    expect((await openPersonalLink(token, wishes(false), browser)).ok).toBe(true)
  })

  it('a login by API is real', async () => {
    const client = await aClientWho('links')
    expect(await logIn(client)).toMatchObject([{ isDemo: false }])
    expect(await client.db.tables.connection.findMany()).toMatchObject([{ isDemo: false }])
    expect(await findLinkableInstitution(client.db, realBank)).toMatchObject({ isTest: false })
  })
})

describe('where anyone may make a test', () => {
  it.each(named)('it is the address at %s that says so', async (front) => {
    const client = await aClientWho('anyone')
    expect(await isDemo(await fronts[front](client, true))).toBe(true)
    const real = await fronts[front](client, false)
    expect(await isDemo(real)).toBe(false)
    expect((await banksOf(real)).some((bank) => !bank.isTest)).toBe(true)
  })
})
