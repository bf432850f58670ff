import { beforeAll, describe, expect, it } from 'vitest'
import { createLink } from '#lib/flow/create-link.ts'
import { createRepairLink } from '#lib/flow/create-repair-link.ts'
import { openPersonalLink } from '#lib/flow/open-personal-link.ts'
import { aClient, type Client } from '../../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../../test/dialect/dialect-world.ts'
import {
  agreeFramed,
  finishFramed,
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
  client = await aClient({ preset: 'connect', identityFields: [] })
})

const token = () => speak(client).token()
const unnamed = '00000000-0000-4000-8000-000000000000'

/** A connection that a person has made in a frame, in English. */
const connected = async (username: string) => {
  const key = await openFramed(client, { jsRedirect: 'true', tag: 'file 7' })
  const told = await finishFramed(key, username)
  return { loginId: String(told?.loginId), accountId: String(told?.accountId) }
}

const repairing = async (loginId: string, more: Readonly<Record<string, string>> = {}) =>
  openFramed(client, { loginId, jsRedirect: 'true', authorizeToken: await token(), ...more })

describe('a frame that names a login to bring back', () => {
  it('leads to its bank, shows the username masked, and keeps all ids, whatever the language', async () => {
    const { loginId, accountId } = await connected('greatday_nomfa+fr')
    const key = await repairing(loginId, { language: 'fr' })
    expect((await visitOf(key)).session.language).toBe('fr')
    await agreeFramed(key)
    const { view } = await showFramed(key)
    expect(view).toMatchObject({ step: 'login', formerUsername: 'g•••r', institution: { id: 14 } })
    expect(JSON.stringify(view)).not.toContain('greatday_nomfa')
    const told = await finishFramed(key, 'GREATDAY_nomfa+fr')
    expect(told).toMatchObject({ step: 'REDIRECT', loginId, accountId })
    // Later logins in either language are still this one.
    const again = await connected('greatday_nomfa+fr')
    expect(again.loginId).toBe(loginId)
  })

  it('makes a new connection for another username, and leaves the other as it was', async () => {
    const { loginId } = await connected('greatday_nomfa+one')
    const told = await finishFramed(await repairing(loginId), 'greatday_nomfa+two')
    expect(told?.loginId).not.toBe(loginId)
    const row = await client.db.tables.connection.findUniqueOrThrow({ where: { loginId } })
    expect(row.status).toBe('active')
  })

  it('opens nothing without a token, and says nothing of another tenant’s login, or of an id that is none', async () => {
    const { loginId } = await connected('greatday_nomfa+quiet')
    const other = await aClient({ preset: 'connect', identityFields: [] })
    const authorizeToken = await speak(other).token()
    await expect(openFramed(client, { loginId })).rejects.toThrow('token_missing')
    const keys = [
      await openFramed(other, { loginId, authorizeToken }),
      await repairing(unnamed),
      await repairing('x'),
    ]
    for (const key of keys) {
      const { session } = await visitOf(key)
      expect(session.repairsConnectionId).toBeNull()
      expect(session.facts).toEqual({})
    }
  })

  it('keeps the choice of accounts that the page around names, and asks for none (AU5)', async () => {
    const { loginId, accountId } = await connected('greatday_nomfa+kept')
    const key = await repairing(loginId, { resumeSelectedAccounts: accountId })
    await agreeFramed(key)
    expect(await sendFramed(key, { username: 'greatday_nomfa+kept', password: 'Everyday' })).toBe('done')
    await leaveVisit(await visitOf(key), key.proof)
    expect(await hearFramed(key)).toContainEqual({ step: 'ACCOUNT_SELECTED', accountId })
  })

  it('lets the person choose where an account is named that they did not choose', async () => {
    const { loginId, accountId } = await connected('greatday_nomfa+more')
    const key = await repairing(loginId, { resumeSelectedAccounts: `${accountId},${unnamed}` })
    await agreeFramed(key)
    expect(await sendFramed(key, { username: 'greatday_nomfa+more', password: 'Everyday' })).toBe('accounts')
    expect(await shareFramed(key)).toBe('done')
  })
})

describe('a personal link that brings a connection back', () => {
  const by = { actor: 'test', now: new Date() }
  const browser = { proofOf: () => null, secret: 'a browser' }
  const wishes = {
    language: null,
    acceptLanguage: null,
    isDemo: false,
    tag: null,
    redirectUrl: null,
    device: null,
  }

  const openedBy = async (url: string) => {
    const opened = await openPersonalLink(url.split('/').at(-1) ?? '', wishes, browser)
    if (!opened.ok) throw new Error(opened.reason)
    return opened.value
  }

  it('is as much of a test as the connection was, and leads to its bank and back to its ids', async () => {
    const { loginId } = await connected('greatday_nomfa+link')
    const made = await createRepairLink(client.db, loginId, by)
    if (!made.ok) throw new Error(made.reason)
    expect(made.value.link).toMatchObject({ isDemo: true, tag: 'file 7', language: 'en' })
    const key = await openedBy(made.value.url)
    expect((await visitOf(key)).session.facts.institution?.institutionId).toBe(14)
    await finishFramed(key, 'greatday_nomfa+link')
    expect((await visitOf(key)).connection?.loginId).toBe(loginId)
  })

  it('is not made for a login that is not there, another tenant’s, or a test’s without a test', async () => {
    const { loginId } = await connected('greatday_nomfa+none')
    const other = await aClient()
    const refused = { ok: false, reason: 'connection_unknown' }
    expect(await createRepairLink(client.db, unnamed, by)).toEqual(refused)
    expect(await createRepairLink(client.db, 'x', by)).toEqual(refused)
    expect(await createRepairLink(other.db, loginId, by)).toEqual(refused)
    expect(await createLink(client.db, { repairs: loginId, isDemo: false }, by)).toEqual(refused)
  })
})
