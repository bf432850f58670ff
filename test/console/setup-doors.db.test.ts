import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSetupLink, takeBackSetupLink } from '#lib/console/sign-on/make-setup-link.ts'
import { later } from '#lib/kit/clock.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { setupLinkLifeMs } from '#lib/staff/setup-link.ts'
import { findSetupLink } from '#lib/staff/setup-link-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { disableTenant } from '#lib/tenants/tenant-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import { aSignOn } from '#prisma/builders/a-sign-on.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { clientId, clientSecret, openProvider } from '../sign-on/open-provider.ts'
import { everythingOf, prepareConsoles } from './a-full-console.ts'
import { ask, consoleDoors } from './console-doors.ts'

withTestDatabase()

let provider: Awaited<ReturnType<typeof openProvider>>
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  await prepareConsoles()
  provider = await openProvider('http://127.0.0.1:3000/back', {})
})
afterAll(() => provider.close())

const folder = 'app/admin/setup'
type Method = 'GET' | 'POST'
type Answer = ((request: Request, around: { params: Promise<object> }) => Promise<Response>) & {
  readonly isLeading?: true
}

/** Every verb below a setup link that does something: a new one is tried by itself. */
const setupDoors = async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const doors: { readonly place: string; readonly method: Method; readonly answer: Answer }[] = []
  for (const file of files.filter((one) => /^\[token\].*\/route\.tsx$/.test(one))) {
    const place = file.replace('[token]', '').replace(/\/route\.tsx$/, '')
    const loaded = (await import(pathToFileURL(resolve(folder, file)).href)) as Record<string, Answer>
    for (const method of ['GET', 'POST'] as const) {
      const answer = loaded[method]
      if (answer && !answer.isLeading) doors.push({ place, method, answer })
    }
  }
  return doors
}

type Sent = {
  readonly body?: Record<string, string>
  readonly query?: string
  readonly headers?: Record<string, string>
}

const knock = async (token: string, name: string, sent: Sent = {}): Promise<Response> => {
  const door = (await setupDoors()).find(({ place, method }) => `${method} ${place}`.trim() === name)
  if (!door) throw new Error(`no door ${name}`)
  const { method, place, answer } = door
  const request = new Request(`http://127.0.0.1:3000/admin/setup/${token}${place}${sent.query ?? ''}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...sent.headers },
    ...(method === 'POST' ? { body: new URLSearchParams(sent.body) } : {}),
  })
  return answer(request, { params: Promise.resolve({ token }) })
}

const linkOf = async (tenant: BuiltTenant, now = new Date()): Promise<string> =>
  makeSetupLink(await aDesk(tenant, 'owner', 'sign_on.manage'), now)

const provided = () => ({ revision: '', issuer: provider.issuer, clientId, clientSecret })

describe('the page of a setup link (D3)', () => {
  it('needs no session, names the tenant and its redirect address, and is not to be kept, indexed or referred to', async () => {
    const tenant = await aTenant()
    const answer = await knock(await linkOf(tenant), 'GET')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(`/admin/sign-in/sso/${tenant.slug}/return`)
    expect(page).toContain('Test Lending')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const link = await findSetupLink(tenant.db)
    expect(link?.openedAt).toBeInstanceOf(Date)
    expect(link?.usedAt).toBeNull()
  })

  it('shows neither the secret that is kept nor who works there, and offers neither to require nor to remove', async () => {
    const tenant = await aTenant()
    const token = await linkOf(tenant)
    const owner = await aMember(tenant, 'owner')
    const secret = 'canary-of-a-client-secret'
    await aSignOn(tenant, { issuer: provider.issuer, clientId, clientSecret: secret })
    const page = await (await knock(token, 'GET')).text()
    expect(page).toContain(clientId)
    for (const hidden of [
      secret,
      owner.email,
      'isRequired',
      'provesFactor',
      'sign-on/remove',
      'sign-on/rules',
    ])
      expect(page).not.toContain(hidden)
  })

  it('speaks the language that is asked for, and keeps it through a form', async () => {
    const tenant = await aTenant()
    const token = await linkOf(tenant)
    const page = await (await knock(token, 'GET', { query: '?language=fr' })).text()
    expect(page).toContain('lang="fr-CA"')
    expect(page).toContain(`action="/admin/setup/${token}?language=fr"`)
    const body = { ...provided(), domain: `${tenant.slug}.example` }
    const saved = await knock(token, 'POST', { query: '?language=fr', body })
    expect(saved.status).toBe(303)
    expect(saved.headers.get('location')).toBe(`/admin/setup/${token}?language=fr&told=sign_on_saved`)
    const again = await (await knock(token, 'GET', { query: '?language=fr&told=sign_on_saved' })).text()
    expect(again).toContain(translatorFor('fr')('console.flash.sign_on_saved'))
    expect((await findSso(tenant.db))?.clientId).toBe(clientId)
  })

  it('shows both values, with 409, where somebody saved meanwhile', async () => {
    const tenant = await aTenant()
    const token = await linkOf(tenant)
    await aSignOn(tenant, { issuer: provider.issuer, clientId: 'of-the-owner', clientSecret })
    const before = await findSso(tenant.db)
    const answer = await knock(token, 'POST', { body: { ...provided(), domain: 'works.example' } })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain(translatorFor('en')('console.conflict.title'))
    for (const value of ['of-the-owner', clientId]) expect(page).toContain(value)
    expect(page).not.toContain(clientSecret)
    expect(await findSso(tenant.db)).toEqual(before)
  })

  it('says that its part is done once the domain is proven, and what would be replaced', async () => {
    const tenant = await aTenant()
    const token = await linkOf(tenant)
    const domain = await aSignOn(tenant, { issuer: provider.issuer, clientId, clientSecret })
    const t = translatorFor('en')
    expect(await (await knock(token, 'GET')).text()).toContain(t('console.setup.doneTitle'))
    const { revision = '' } = (await findSso(tenant.db)) ?? {}
    const body = { ...provided(), revision, domain: `other.${domain}` }
    const refused = await knock(token, 'POST', { body })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(t('console.signOn.flaws.replaces'))
    expect((await findSso(tenant.db))?.domain).toBe(domain)
    expect((await knock(token, 'POST', { body: { ...body, mayReplace: 'yes' } })).status).toBe(303)
    expect((await findSso(tenant.db))?.domain).toBe(`other.${domain}`)
  })

  it('is closed by its holder', async () => {
    const tenant = await aTenant()
    const token = await linkOf(tenant)
    const closed = await knock(token, 'POST /close')
    expect(closed.headers.get('location')).toBe('/admin/setup/closed?language=en')
    expect((await knock(token, 'GET')).status).toBe(410)
  })
})

describe('a link that opens nothing (D3, S4)', () => {
  it('is told alike at every door, whatever became of it, and does nothing', async () => {
    const now = new Date()
    const [ended, back, gone] = [await aTenant(), await aTenant(), await aTenant()]
    for (const tenant of [ended, back, gone])
      await aSignOn(tenant, { issuer: provider.issuer, clientId, clientSecret, isVerified: false })
    const tokens = {
      unknown: 'unknown',
      ended: await linkOf(ended, later(now, -setupLinkLifeMs)),
      back: await linkOf(back),
      gone: await linkOf(gone),
    }
    const link = await findSetupLink(back.db)
    await takeBackSetupLink(await aDesk(back, 'owner', 'sign_on.manage'), link?.id ?? '')
    await disableTenant(gone.db, now)
    const before = await Promise.all([ended, back, gone].map(everythingOf))
    const doors = await setupDoors()
    expect(doors.length).toBeGreaterThan(3)
    for (const { method, place } of doors) {
      const told = new Set<string>()
      for (const token of Object.values(tokens)) {
        const answer = await knock(token, `${method} ${place}`.trim(), { body: provided() })
        expect([method, place, token, answer.status]).toEqual([method, place, token, 410])
        const page = await answer.text()
        told.add(page.replaceAll(token, '').replace(/nonce="[^"]+"/g, ''))
      }
      expect([method, place, told.size]).toEqual([method, place, 1])
      expect([...told][0]).toContain(translatorFor('en')('console.setup.goneTitle'))
    }
    expect(await Promise.all([ended, back, gone].map(everythingOf))).toEqual(before)
  })

  it('is not told from another site, and takes no form from there', async () => {
    const tenant = await aTenant()
    const token = await linkOf(tenant)
    for (const { method, place } of await setupDoors()) {
      if (method === 'GET') continue
      const headers = { 'sec-fetch-site': 'cross-site' }
      expect((await knock(token, `POST ${place}`.trim(), { headers, body: provided() })).status).toBe(403)
    }
    expect(await findSso(tenant.db)).toBeNull()
  })
})

describe('the address of a setup link (D3)', () => {
  it('is shown to its maker once, and to nobody else', async () => {
    const tenant = await aTenant()
    const { doors } = await consoleDoors()
    const at = (name: string) => {
      const door = doors.find((one) => one.name === name)
      if (!door) throw new Error(`no door ${name}`)
      return door
    }
    const [token, colleague] = await Promise.all(
      [await aMember(tenant, 'owner'), await aMember(tenant, 'owner')].map((one) => aStaffSession(one)),
    )
    const asked = { token: token ?? null, slug: tenant.slug }
    expect((await ask(at('POST sign-on/link'), asked)).status).toBe(303)
    const theirs = await ask(at('GET sign-on/link'), { ...asked, token: colleague ?? null })
    expect(theirs.status).toBe(303)
    const shown = await (await ask(at('GET sign-on/link'), asked)).text()
    const address = /http:\/\/127\.0\.0\.1:3000\/admin\/setup\/([\w-]+)/.exec(shown)?.[1] ?? ''
    expect((await knock(address, 'GET')).status).toBe(200)
    expect((await ask(at('GET sign-on/link'), asked)).status).toBe(303)
    expect(await (await ask(at('GET sign-on'), asked)).text()).not.toContain(address)
  })
})
