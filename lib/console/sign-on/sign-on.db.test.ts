import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderSignOnMail } from '#lib/delivery/sign-on-mail.ts'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { failed, succeeded } from '#lib/kit/outcome.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import { findSso, listUnseenSso, updateSso } from '#lib/staff/sso-store.ts'
import { insertStaffSession } from '#lib/staff/staff-session-store.ts'
import { openSignInLink } from '#lib/web/staff/open-sign-in-link.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember } from '#prisma/builders/a-member.ts'
import { aSignOn } from '#prisma/builders/a-sign-on.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { clientId, clientSecret, openProvider } from '../../../test/sign-on/open-provider.ts'
import type { Desk } from '../desk.ts'
import { enterDesk } from '../enter-desk.ts'
import { findSignedIn } from '../find-signed-in.ts'
import { seenOf } from '../seen-of.ts'
import { removeSignOn, rulesOf, type SignOnRules, setSignOnRules } from './change-sign-on.ts'
import { checkDomain } from './check-domain.ts'
import { findSignOnOf } from './find-sign-on.ts'
import { recheckDomain } from './recheck-domain.ts'
import { saveSignOn, type TypedSignOn } from './save-sign-on.ts'

withTestDatabase()

let provider: Awaited<ReturnType<typeof openProvider>>
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  provider = await openProvider('http://127.0.0.1:3000/back', {})
})
afterAll(() => provider.close())

const now = new Date()
const domainNow = (): string => `d-${randomUUID().slice(0, 8)}.example`
const typed = (extra: Partial<TypedSignOn> = {}): TypedSignOn => ({
  revision: '',
  issuer: provider.issuer,
  clientId,
  clientSecret,
  domain: domainNow(),
  ...extra,
})

const deskAt = async (tenant?: BuiltTenant) => aDesk(tenant ?? (await aTenant()), 'owner', 'sign_on.manage')
const setUp = async (tenant: BuiltTenant, extra = {}) =>
  aSignOn(tenant, { issuer: provider.issuer, clientId, clientSecret, ...extra })

/** As the form of the page does, which was drawn a moment ago. */
const setRules = async (desk: Desk<'sign_on.manage'>, rules: SignOnRules) => {
  const sso = await findSso(desk.db)
  return setSignOnRules(desk, { rules, seen: sso ? seenOf(rulesOf(sso)) : '' }, now)
}

/** The DNS as it is when these texts stand at every name. */
const saying =
  (...texts: string[]) =>
  async () =>
    succeeded(texts)

const recordOf = async ({ db }: Pick<BuiltTenant, 'db'>): Promise<string> =>
  (await findSso(db))?.txtRecord ?? 'none'

const aSessionBySso = async ({
  db,
  tenantId,
}: {
  db: BuiltTenant['db']
  tenantId: BuiltTenant['db']['tenantId']
}) => {
  const member = await aMember({ db }, 'owner')
  const token = mintToken()
  await insertStaffSession({
    memberId: member.id,
    tokenHash: sha256(token),
    device: '',
    ssoTenantId: tenantId,
  })
  return () => findSignedIn(token, new Date())
}
const bySso = ({ db }: BuiltTenant) => aSessionBySso({ db, tenantId: db.tenantId })

describe('a provider is kept when it answers as one', () => {
  it('with its secret sealed, and in the audit log without it', async () => {
    const tenant = await aTenant()
    const desk = await deskAt(tenant)
    expect(
      await saveSignOn(desk, typed({ issuer: `${provider.issuer}/.well-known/openid-configuration` }), now),
    ).toEqual(succeeded(null))
    const sso = await findSso(tenant.db)
    expect(sso).toMatchObject({ issuer: provider.issuer, clientId, verifiedAt: null })
    expect(Buffer.from(sso?.clientSecretSealed ?? []).toString('latin1')).not.toContain(clientSecret)
    const log = JSON.stringify(await tenant.db.tables.auditEntry.findMany())
    expect(log).toContain('sign_on.saved')
    expect(log).not.toContain(clientSecret)
  })

  it('and its secret stays while none is typed', async () => {
    const tenant = await aTenant()
    const desk = await deskAt(tenant)
    expect(await saveSignOn(desk, typed({ clientSecret: '' }), now)).toMatchObject({
      reason: 'client_secret_missing',
    })
    const first = typed()
    await saveSignOn(desk, first, now)
    const before = await findSso(tenant.db)
    await saveSignOn(
      desk,
      { ...first, revision: before?.revision ?? '', clientSecret: '', clientId: 'new' },
      now,
    )
    const after = await findSso(tenant.db)
    expect(after?.clientId).toBe('new')
    expect(after?.clientSecretSealed).toEqual(before?.clientSecretSealed)
  })

  it.each([
    ['refused_address', { issuer: 'http://login.example.com' }],
    ['refused_address', { issuer: 'https://10.0.0.1' }],
    ['refused_address', { issuer: 'https://169.254.169.254/latest' }],
    ['client_id_missing', { clientId: ' ' }],
    ['domain_unusable', { domain: 'localhost' }],
    ['domain_public', { domain: 'Gmail.com' }],
  ] as const)('and not where %s', async (reason, extra) => {
    expect(await saveSignOn(await deskAt(), typed(extra), now)).toEqual({ ok: false, reason })
  })

  it('and not from an address that is none, is away, or calls itself by another name', async () => {
    const say = (body: unknown) =>
      createServer((_, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(body))
      }).listen(0, '127.0.0.1')
    const server = say({ issuer: provider.issuer })
    await new Promise((done) => server.once('listening', done))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const desk = await deskAt()
    expect(await saveSignOn(desk, typed({ issuer }), now)).toMatchObject({ reason: 'other_issuer' })
    expect(await saveSignOn(desk, typed({ issuer: `${provider.issuer}/no` }), now)).toMatchObject({
      reason: 'not_a_provider',
    })
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    expect(await saveSignOn(desk, typed({ issuer }), now)).toMatchObject({ reason: 'unreachable' })
  })

  it('once, of two owners who save at the same time', async () => {
    const tenant = await aTenant()
    const desks = [await deskAt(tenant), await deskAt(tenant)]
    const done = await Promise.all(desks.map((desk) => saveSignOn(desk, typed(), now)))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' })
  })
})

describe('a domain', () => {
  it('is verified by the tenant’s own record, and stays so when the DNS is silent or the record is gone (D1)', async () => {
    const tenant = await aTenant()
    const domain = await setUp(tenant, { isVerified: false })
    const desk = await deskAt(tenant)
    expect(await checkDomain(desk, now, saying('v=spf1'))).toEqual(succeeded('absent'))
    expect((await findSso(tenant.db))?.foundRecords).toEqual(['v=spf1'])
    expect(await findSignOnOf(`a@${domain}`)).toBeNull()
    expect(await checkDomain(desk, now, saying('v=spf1', await recordOf(tenant)))).toEqual(succeeded('found'))
    expect(await findSignOnOf(`a@${domain}`)).toMatchObject({ tenant: { slug: tenant.slug } })
    await checkDomain(desk, now, async () => ({ ok: false, reason: 'no_answer' }))
    await checkDomain(desk, now, saying())
    expect(await findSso(tenant.db)).toMatchObject({ checkResult: 'absent', verifiedAt: expect.any(Date) })
  })

  it('that two tenants prove at the same time is verified for one of them', async () => {
    const tenants = [await aTenant(), await aTenant()]
    const domain = domainNow()
    for (const tenant of tenants) await setUp(tenant, { domain, isVerified: false })
    const dns = saying(...(await Promise.all(tenants.map(recordOf))))
    const desks = await Promise.all(tenants.map((tenant) => deskAt(tenant)))
    const done = await Promise.all(desks.map((desk) => checkDomain(desk, now, dns)))
    expect(done.map((one) => one.ok && one.value).sort()).toEqual(['found', 'held_elsewhere'])
  })

  it('passes on when the record of its holder is gone, and the holder’s sessions end', async () => {
    const [holder, next] = [await aTenant(), await aTenant()]
    const domain = await setUp(holder, { isRequired: true })
    await setUp(next, { domain, isVerified: false })
    const session = await bySso(holder)
    const desk = await deskAt(next)
    const both = saying(await recordOf(holder), await recordOf(next))
    expect(await checkDomain(desk, now, both)).toEqual(succeeded('held_elsewhere'))
    expect(await session()).not.toBeNull()
    expect(await checkDomain(desk, now, saying(await recordOf(next)))).toEqual(succeeded('found'))
    expect(await session()).toBeNull()
    expect(await findSso(holder.db)).toMatchObject({ verifiedAt: null, isRequired: false })
    expect(JSON.stringify(await holder.db.tables.auditEntry.findMany())).toContain('sign_on.domain_lost')
  })
})

describe('a domain whose record is gone', () => {
  const onDay = (days: number): Date => later(now, days * dayMs)
  const told = async ({ db }: BuiltTenant) => {
    const where = { subject: db.tenantId, action: { startsWith: 'sign_on.' } }
    const entries = await db.tables.auditEntry.findMany({ where, orderBy: { sequence: 'asc' } })
    const mails = await db.tables.outboxEvent.findMany({
      where: { topic: 'mail.sign_on' },
      orderBy: { sequence: 'asc' },
    })
    return { log: entries.map(({ action }) => action), mails: mails.map(({ payload }) => payload) }
  }
  const anOwner = async (tenant: BuiltTenant) => {
    const owner = await aMember(tenant, 'owner')
    await noteJoined(tenant.db, owner.id, now)
    await aMember(tenant, 'support')
    return owner.id
  }

  it('is told to the owners once, and given up after a week: whoever came by it is signed out, mailed links open again', async () => {
    const tenant = await aTenant()
    const [domain, memberId] = [await setUp(tenant, { isRequired: true }), await anOwner(tenant)]
    const session = await bySso(tenant)
    for (const day of [1, 2, 7]) await recheckDomain(tenant.db, onDay(day), saying('v=spf1'))
    expect(await findSignOnOf(`a@${domain}`)).not.toBeNull()
    expect(await session()).not.toBeNull()
    expect(await findSso(tenant.db)).toMatchObject({ lostAt: onDay(1), foundRecords: ['v=spf1'] })
    const missing = { kind: 'sign_on_missing', memberId }
    expect(await told(tenant)).toEqual({ log: ['sign_on.record_missing'], mails: [missing] })

    await recheckDomain(tenant.db, onDay(8), saying())
    expect(await findSignOnOf(`a@${domain}`)).toBeNull()
    expect(await session()).toBeNull()
    expect(await findSso(tenant.db)).toMatchObject({ verifiedAt: null, lostAt: null, isRequired: false })
    expect(await told(tenant)).toEqual({
      log: ['sign_on.record_missing', 'sign_on.domain_lost'],
      mails: [missing, { kind: 'sign_on_lost', memberId }],
    })
  })

  it('that is put back in time goes on, and its week begins anew', async () => {
    const tenant = await aTenant()
    await setUp(tenant)
    const record = saying(await recordOf(tenant))
    await recheckDomain(tenant.db, onDay(1), saying())
    await recheckDomain(tenant.db, onDay(7), record)
    await recheckDomain(tenant.db, onDay(8), saying())
    expect(await findSso(tenant.db)).toMatchObject({ verifiedAt: expect.any(Date), lostAt: onDay(8) })
    const missing = 'sign_on.record_missing'
    expect((await told(tenant)).log).toEqual([missing, 'sign_on.record_back', missing])
  })

  it('is not one where the DNS says nothing, and an owner who looks is as good as the worker', async () => {
    const tenant = await aTenant()
    await setUp(tenant)
    const silent = async () => failed('no_answer' as const)
    for (const day of [1, 9, 20]) await recheckDomain(tenant.db, onDay(day), silent)
    expect(await findSso(tenant.db)).toMatchObject({ verifiedAt: expect.any(Date), lostAt: null })
    await checkDomain(await deskAt(tenant), onDay(21), saying())
    expect(await findSso(tenant.db)).toMatchObject({ lostAt: onDay(21) })
  })

  it('is looked for once a day, and not before it was proven', async () => {
    const [due, fresh, unproven] = [await aTenant(), await aTenant(), await aTenant()]
    for (const tenant of [due, fresh]) await setUp(tenant)
    await setUp(unproven, { isVerified: false })
    await updateSso(fresh.db, { checkedAt: now })
    const unseen = await listUnseenSso(later(now, minuteMs - dayMs), 1_000)
    expect(unseen).toContain(due.db.tenantId)
    for (const { db } of [fresh, unproven]) expect(unseen).not.toContain(db.tenantId)
  })

  it.each(['en', 'fr'] as const)('is mailed with the record to put back and the day, in %s', (language) => {
    const until = new Date('2027-01-08T15:00:00Z')
    const words = { tenant: 'Maple <&>', domain: 'works.example', recordName: '_x.works.example', issuer: '' }
    const page = { recordValue: 'portico=1', until, url: 'http://127.0.0.1/admin/maple/sign-on', language }
    const mail = renderSignOnMail({ kind: 'sign_on_missing', ...words, ...page })
    for (const part of ['_x.works.example', 'TXT portico=1', '2027', page.url])
      expect(mail.text).toContain(part)
    expect(mail.html).toContain('Maple &#60;&#38;&#62;')
  })
})

describe('sessions by a provider end', () => {
  it.each<[string, (desk: Awaited<ReturnType<typeof deskAt>>, domain: string) => Promise<unknown>]>([
    ['when it is removed', (desk) => removeSignOn(desk, now)],
    [
      'when its word on second factors no longer counts',
      async (desk) => setRules(desk, { isRequired: false, provesFactor: false }),
    ],
    [
      'when the domain changes',
      async (desk) => saveSignOn(desk, typed({ revision: (await findSso(desk.db))?.revision ?? '' }), now),
    ],
    [
      'when the issuer changes',
      async (desk, domain) => {
        await updateSso(desk.db, { issuer: 'https://former.example' })
        return saveSignOn(desk, typed({ domain, revision: (await findSso(desk.db))?.revision ?? '' }), now)
      },
    ],
  ])('%s', async (_, change) => {
    const tenant = await aTenant()
    const domain = await setUp(tenant, { provesFactor: true })
    const session = await bySso(tenant)
    const desk = await deskAt(tenant)
    expect(await session()).not.toBeNull()
    await change(desk, domain)
    expect(await session()).toBeNull()
  })
})

describe('where single sign-on is required', () => {
  const enterByLink = async (
    tenant: BuiltTenant,
    email: string,
    { isByOperator = false, role = 'owner' as const } = {},
  ) => {
    const member = await aMember(tenant, role, email)
    const token = await mintSignIn(member.id, later(new Date(), minuteMs), { isByOperator })
    const request = new Request(`http://127.0.0.1:3000/admin/open/${token}`, { method: 'POST' })
    const cookies = (await openSignInLink(request, token)).headers.getSetCookie()
    const cookie = cookies.map((one) => /^__Host-staff=([^;]+)/.exec(one)?.[1]).find(Boolean) ?? null
    const signedIn = await findSignedIn(cookie, new Date())
    const entered = signedIn && (await enterDesk(signedIn, tenant.slug, 'overview.view', new Date()))
    return entered?.ok === false ? entered.reason : 'entered'
  }

  it('a mailed link opens the tenant to nobody of the domain; one that the operator printed does to an owner', async () => {
    const tenant = await aTenant()
    const domain = await setUp(tenant, { isRequired: true })
    expect(await enterByLink(tenant, `a@${domain}`)).toBe('sso_due')
    expect(await enterByLink(tenant, `b@${domain}`, { isByOperator: true })).toBe('factor_due')
    expect(await enterByLink(tenant, `c@${domainNow()}`)).toBe('factor_due')
  })

  it('it was tried before: a way that nobody has come by is not made the only one', async () => {
    const tenant = await aTenant()
    await setUp(tenant)
    const desk = await deskAt(tenant)
    const rules = { isRequired: true, provesFactor: false }
    expect(await setRules(desk, rules)).toEqual({ ok: false, reason: 'untried' })
    await updateSso(tenant.db, { workedAt: now })
    expect(await setRules(desk, rules)).toEqual(succeeded(null))
  })
})
