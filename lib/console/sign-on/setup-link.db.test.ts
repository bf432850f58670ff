import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEntries } from '#lib/audit/audit-store.ts'
import { renderSignOnMail } from '#lib/delivery/sign-on-mail.ts'
import { later } from '#lib/kit/clock.ts'
import { succeeded } from '#lib/kit/outcome.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import { setupLinkLifeMs } from '#lib/staff/setup-link.ts'
import { findSetupLink } from '#lib/staff/setup-link-store.ts'
import { findSso, updateSso } from '#lib/staff/sso-store.ts'
import { disableTenant } from '#lib/tenants/tenant-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember } from '#prisma/builders/a-member.ts'
import { aSignOn } from '#prisma/builders/a-sign-on.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { clientId, clientSecret, openProvider } from '../../../test/sign-on/open-provider.ts'
import { findChanges } from '../audit/find-changes.ts'
import { checkDomain } from './check-domain.ts'
import { makeSetupLink, takeBackSetupLink } from './make-setup-link.ts'
import { saveSignOn, type TypedSignOn } from './save-sign-on.ts'
import { closeSetup, openSetup } from './setup-desk.ts'

withTestDatabase()

let provider: Awaited<ReturnType<typeof openProvider>>
let other: typeof provider
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  provider = await openProvider('http://127.0.0.1:3000/back', {})
  other = await openProvider('http://127.0.0.1:3000/back', {})
})
afterAll(async () => {
  await provider.close()
  await other.close()
})

const now = new Date()
const typed = (extra: Partial<TypedSignOn> = {}): TypedSignOn => ({
  revision: '',
  issuer: provider.issuer,
  clientId,
  clientSecret,
  domain: `d-${randomUUID().slice(0, 8)}.example`,
  ...extra,
})
const deskAt = (tenant: BuiltTenant) => aDesk(tenant, 'owner', 'sign_on.manage')

/** A link of the tenant, and whoever holds it. */
const held = async (tenant: BuiltTenant) => {
  const desk = await deskAt(tenant)
  const token = await makeSetupLink(desk, now)
  const holder = await openSetup(token, now)
  if (!holder) throw new Error('opens nothing')
  return { desk, token, holder }
}

const saying =
  (...texts: string[]) =>
  async () =>
    succeeded(texts)

const logOf = async ({ db }: BuiltTenant) =>
  (await findEntries(db, { limit: 20 })).map(({ action, actor }) => [action, actor]).reverse()
const mailsOf = async ({ db }: BuiltTenant) =>
  (
    await db.tables.outboxEvent.findMany({ where: { topic: 'mail.sign_on' }, orderBy: { createdAt: 'asc' } })
  ).map(({ payload }) => payload)

/** A tenant whose single sign-on works, by the first of the two providers. */
const working = async () => {
  const tenant = await aTenant()
  const domain = await aSignOn(tenant, { issuer: provider.issuer, clientId, clientSecret, isRequired: true })
  const { revision = '' } = (await findSso(tenant.db)) ?? {}
  return { tenant, domain, revision, ...(await held(tenant)) }
}

describe('a setup link (D3)', () => {
  it('opens for three days, is kept as a hash, and the log has who made it and until when', async () => {
    const tenant = await aTenant()
    const { desk, token, holder } = await held(tenant)
    expect(holder.tenant).toMatchObject({ id: tenant.db.tenantId, slug: tenant.slug })
    const end = later(now, setupLinkLifeMs)
    expect(await openSetup(token, later(end, -1))).not.toBeNull()
    expect(await openSetup(token, end)).toBeNull()
    const rows = await tenant.db.tables.staffSetupLink.findMany()
    expect(JSON.stringify(rows)).not.toContain(token)
    const [entry] = await findEntries(tenant.db, { limit: 1 })
    expect(entry).toMatchObject({
      action: 'sign_on.link_made',
      actor: `staff:${desk.member.id}`,
      subject: holder.link.id,
      detail: { 'after.endsAt': end.toISOString() },
    })
    expect(JSON.stringify(entry)).not.toContain(token)
  })

  it('is one at a time: a new one ends the former', async () => {
    const tenant = await aTenant()
    const first = await held(tenant)
    const second = await held(tenant)
    expect(await openSetup(first.token, now)).toBeNull()
    expect(await openSetup(second.token, now)).not.toBeNull()
    await takeBackSetupLink(first.desk, first.holder.link.id)
    expect(await openSetup(second.token, now)).not.toBeNull()
  })

  it('is taken back, or closed by its holder, and the log says which', async () => {
    const tenant = await aTenant()
    const { desk, token, holder } = await held(tenant)
    await takeBackSetupLink(desk, holder.link.id)
    expect(await openSetup(token, now)).toBeNull()
    const next = await held(tenant)
    await closeSetup(next.holder)
    await closeSetup(next.holder)
    expect(await openSetup(next.token, now)).toBeNull()
    expect((await logOf(tenant)).map(([action]) => action)).toEqual([
      'sign_on.link_made',
      'sign_on.link_taken_back',
      'sign_on.link_made',
      'sign_on.link_closed',
    ])
  })

  it('of a tenant that is gone opens nothing, and neither does one that was never given', async () => {
    const tenant = await aTenant()
    const { token } = await held(tenant)
    await disableTenant(tenant.db, now)
    expect(await openSetup(token, now)).toBeNull()
    expect(await openSetup('unknown', now)).toBeNull()
  })

  it('changes its own tenant alone', async () => {
    const [tenant, stranger] = [await aTenant(), await aTenant()]
    await aSignOn(stranger, { issuer: provider.issuer, clientId: 'theirs', clientSecret })
    const before = await findSso(stranger.db)
    const { holder } = await held(tenant)
    expect(await saveSignOn(holder, typed(), now)).toEqual(succeeded(null))
    expect(await findSso(tenant.db)).toMatchObject({ clientId })
    expect(await findSso(stranger.db)).toEqual(before)
    await takeBackSetupLink(await deskAt(stranger), holder.link.id)
    expect(await findSetupLink(tenant.db)).not.toBeNull()
  })
})

describe('what is done by a setup link (D3)', () => {
  it('stands in the log as done by it and by whom it was made, and is mailed to the owners who have come', async () => {
    const tenant = await aTenant()
    const { desk, holder } = await held(tenant)
    await aMember(tenant, 'owner')
    const analyst = await aMember(tenant, 'analyst')
    await noteJoined(tenant.db, analyst.id, now)
    const memberId = desk.member.id
    await saveSignOn(holder, typed(), now)
    expect(await findSetupLink(tenant.db)).toMatchObject({ usedAt: now })
    expect(await mailsOf(tenant)).toEqual([{ kind: 'sign_on_changed', memberId }])
    const { txtRecord = '' } = (await findSso(tenant.db)) ?? {}
    expect(await checkDomain(holder, now, saying(txtRecord))).toEqual(succeeded('found'))
    expect(await mailsOf(tenant)).toEqual([
      { kind: 'sign_on_changed', memberId },
      { kind: 'sign_on_set_up', memberId },
    ])
    const byLink = `setup_link:${memberId}`
    expect(await logOf(tenant)).toEqual([
      ['sign_on.link_made', `staff:${memberId}`],
      ['sign_on.saved', byLink],
      ['sign_on.domain_verified', byLink],
    ])
    const viewer = await aDesk(tenant, 'owner', 'audit.view')
    const [change] = await findChanges(viewer, { limit: 1 })
    expect(change?.who).toBe(`setup_link:${desk.member.email}`)
    expect(JSON.stringify(await findEntries(tenant.db, { limit: 9 }))).not.toContain(clientSecret)
  })

  it('is nothing once it was taken back while its holder was at work', async () => {
    const tenant = await aTenant()
    const { desk, holder } = await held(tenant)
    await saveSignOn(holder, typed(), now)
    const before = await findSso(tenant.db)
    await takeBackSetupLink(desk, holder.link.id)
    const again = typed({ revision: before?.revision ?? '' })
    await expect(saveSignOn(holder, again, now)).rejects.toMatchObject({ code: 'link_expired' })
    const record = saying(before?.txtRecord ?? '')
    await expect(checkDomain(holder, now, record)).rejects.toMatchObject({ code: 'link_expired' })
    expect(await findSso(tenant.db)).toEqual(before)
  })

  it('overwrites nobody unseen', async () => {
    const tenant = await aTenant()
    const { desk, holder } = await held(tenant)
    await saveSignOn(desk, typed({ clientId: 'ours' }), now)
    expect(await saveSignOn(holder, typed(), now)).toEqual({ ok: false, reason: 'conflict' })
    expect(await findSso(tenant.db)).toMatchObject({ clientId: 'ours' })
  })

  it('never makes single sign-on required, and leaves the rules as the owners have set them', async () => {
    const { tenant, domain, revision, holder } = await working()
    const same = typed({ domain, revision, clientId: 'new', clientSecret: '' })
    expect(await saveSignOn(holder, same, now)).toEqual(succeeded(null))
    expect(await findSso(tenant.db)).toMatchObject({ clientId: 'new', isRequired: true })
    await updateSso(tenant.db, { isRequired: false })
    const { revision: next = '' } = (await findSso(tenant.db)) ?? {}
    await saveSignOn(holder, { ...same, revision: next, mayReplace: true }, now)
    expect(await findSso(tenant.db)).toMatchObject({ isRequired: false, provesFactor: false })
  })
})

describe('what works already (D3)', () => {
  it('is replaced by a link only where that is said', async () => {
    const { tenant, revision, holder } = await working()
    const before = await findSso(tenant.db)
    expect(await saveSignOn(holder, typed({ revision }), now)).toEqual({ ok: false, reason: 'replaces' })
    expect(await findSso(tenant.db)).toEqual(before)
    const meant = typed({ revision, mayReplace: true })
    expect(await saveSignOn(holder, meant, now)).toEqual(succeeded(null))
    expect(await findSso(tenant.db)).toMatchObject({ domain: meant.domain, verifiedAt: null })
  })

  it('is proven anew under another issuer: who finds a link vouches for no owner', async () => {
    const { tenant, domain, revision, holder, desk } = await working()
    const before = await findSso(tenant.db)
    const theirs = typed({ domain, revision, issuer: other.issuer, mayReplace: true })
    expect(await saveSignOn(holder, theirs, now)).toEqual(succeeded(null))
    const after = await findSso(tenant.db)
    expect(after).toMatchObject({ issuer: other.issuer, verifiedAt: null, isRequired: false })
    expect(after?.txtRecord).not.toBe(before?.txtRecord)
    expect(await checkDomain(desk, now, saying(before?.txtRecord ?? ''))).toEqual(succeeded('absent'))
  })

  it('keeps its secret for its own issuer: another one is given its own', async () => {
    const { domain, revision, holder } = await working()
    const theirs = typed({ domain, revision, issuer: other.issuer, clientSecret: '', mayReplace: true })
    expect(await saveSignOn(holder, theirs, now)).toEqual({ ok: false, reason: 'client_secret_missing' })
  })
})

describe.each(['en', 'fr'] as const)('the mail of a setup link, in %s (D3)', (language) => {
  it.each(['sign_on_changed', 'sign_on_set_up'] as const)('%s names provider and domain', (kind) => {
    const words = { tenant: 'Maple <&>', domain: 'works.example', issuer: 'https://login.works.example' }
    const record = { recordName: '_x.works.example', recordValue: 'portico=1', until: null }
    const mail = renderSignOnMail({ kind, ...words, ...record, url: 'http://127.0.0.1/admin/m', language })
    for (const part of ['works.example', words.issuer, 'http://127.0.0.1/admin/m'])
      for (const form of [mail.text, mail.html]) expect(form).toContain(part)
    expect(mail.text).not.toContain('portico=1')
    expect(mail.text).not.toContain('\n\n\n')
    expect(mail.html).toContain('Maple &#60;&#38;&#62;')
  })
})
