import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterDesk } from '#lib/console/enter-desk.ts'
import { findSignedIn } from '#lib/console/find-signed-in.ts'
import { deleteMembership } from '#lib/staff/membership-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { aMember } from '#prisma/builders/a-member.ts'
import { aSignOn } from '#prisma/builders/a-sign-on.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import {
  clientId,
  clientSecret,
  type KnownPerson,
  openProvider,
} from '../../../test/sign-on/open-provider.ts'
import { walkProvider } from '../../../test/sign-on/walk-provider.ts'
import { returnFromSso, ssoReturnAddress, startSso } from './come-by-sso.ts'

withTestDatabase()

const domain = 'works.example'
const at = (name: string): string => `${name}@${domain}`
const people: Record<string, KnownPerson> = {
  [at('ann')]: { amr: ['pwd', 'mfa'] },
  [at('bob')]: { amr: ['pwd'] },
  [at('una')]: { isMailVerified: false },
  [at('late')]: { skewSeconds: -7_200 },
  [at('forged')]: { isForged: true },
  'eve@elsewhere.example': {},
  [at('stranger')]: {},
}

let tenant: BuiltTenant
let other: BuiltTenant
let provider: Awaited<ReturnType<typeof openProvider>>
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  tenant = await aTenant()
  other = await aTenant()
  provider = await openProvider(ssoReturnAddress(tenant.slug), people)
  await aSignOn(tenant, { issuer: provider.issuer, clientId, clientSecret, domain, provesFactor: true })
  for (const name of ['ann', 'bob', 'una', 'late', 'forged']) await aMember(tenant, 'owner', at(name))
})
afterAll(() => provider.close())

const home = 'http://127.0.0.1:3000/admin/sign-in/sso'
const cookieIn = (answer: Response, name: string): string | undefined =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.match(`^${name}=([^;]+)`)?.[1])
    .find(Boolean)

const start = async (slug = tenant.slug) => {
  const answer = await startSso(new Request(`${home}/${slug}/start?next=/admin/${slug}/team`), slug)
  return { to: answer.headers.get('location') ?? '', kept: cookieIn(answer, '__Host-staff-sso') ?? '' }
}

const comeBack = (to: string, kept: string, slug = tenant.slug): Promise<Response> =>
  returnFromSso(new Request(to, { headers: { cookie: `__Host-staff-sso=${kept}` } }), slug)

/** Signs somebody in at the provider and comes back. */
const come = async (account: string, decision: 'allow' | 'deny' = 'allow'): Promise<Response> => {
  const { to, kept } = await start()
  return comeBack(await walkProvider(to, account, decision), kept)
}

const sessionOf = async (answer: Response) => {
  const signedIn = await findSignedIn(cookieIn(answer, '__Host-staff') ?? null, new Date())
  if (!signedIn) throw new Error(`nobody is signed in: ${answer.headers.get('location')}`)
  return signedIn
}

const problemOf = (answer: Response): string | null => {
  expect(cookieIn(answer, '__Host-staff')).toBeUndefined()
  return new URL(answer.headers.get('location') ?? '', home).searchParams.get('problem')
}

describe('somebody whom the provider of a tenant vouches for', () => {
  it('is signed in and led to the page they wanted, and the provider sees PKCE, state and nonce', async () => {
    const { to } = await start()
    const asked = new URL(to).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    const answer = await come(at('ann'))
    expect(answer.headers.get('location')).toBe(`http://127.0.0.1:3000/admin/${tenant.slug}/team`)
    expect((await sessionOf(answer)).member.email).toBe(at('ann'))
    expect((await findSso(tenant.db))?.workedAt).toBeInstanceOf(Date)
  })

  it('comes by a provider that is asked once who it is: when they are sent there, not again when they are back', async () => {
    const before = provider.asked.length
    await sessionOf(await come(at('ann')))
    const asked = provider.asked.slice(before).filter((path) => path.includes('openid-configuration'))
    expect(asked).toHaveLength(1)
  })

  it('reaches that tenant and none of the others they work for', async () => {
    await aMember(other, 'owner', at('ann'))
    const signedIn = await sessionOf(await come(at('ann')))
    const now = new Date()
    expect(await enterDesk(signedIn, tenant.slug, 'overview.view', now)).toMatchObject({ ok: true })
    expect(await enterDesk(signedIn, other.slug, 'overview.view', now)).toEqual({
      ok: false,
      reason: 'tenant_unknown',
    })
  })

  it('shows no second factor of ours where the provider asked for one, and does where it tells of a password alone', async () => {
    const now = new Date()
    const [ann, bob] = [await sessionOf(await come(at('ann'))), await sessionOf(await come(at('bob')))]
    expect(await enterDesk(ann, tenant.slug, 'team.manage', now)).toMatchObject({ ok: true })
    expect(await enterDesk(bob, tenant.slug, 'team.manage', now)).toEqual({ ok: false, reason: 'factor_due' })
  })

  it('is signed out once they are taken off the team', async () => {
    const member = await aMember(tenant, 'support', at('stranger'))
    const answer = await come(at('stranger'))
    expect((await sessionOf(answer)).member.id).toBe(member.id)
    await deleteMembership(tenant.db, member.id)
    await expect(sessionOf(answer)).rejects.toThrow('nobody is signed in')
  })
})

describe('nobody is signed in, and the page says why', () => {
  it.each([
    ['sso_mail', at('una')],
    ['sso_domain', 'eve@elsewhere.example'],
    ['sso_stranger', at('stranger')],
    ['sso_clock', at('late')],
    ['sso_untrusted', at('forged')],
  ])('%s', async (problem, account) => {
    expect(problemOf(await come(account))).toBe(problem)
  })

  it('when they cancelled', async () => {
    expect(problemOf(await come(at('ann'), 'deny'))).toBe('sso_cancelled')
  })

  it('when the provider refuses, whatever it calls the reason', async () => {
    const { to, kept } = await start()
    const back = new URL(await walkProvider(to, at('ann')))
    back.searchParams.delete('code')
    back.searchParams.set('error', 'interaction_required')
    expect(problemOf(await comeBack(back.href, kept))).toBe('sso_refused')
  })

  it('when the answer is of another tab, another browser, another tenant, or comes again', async () => {
    const [first, second] = [await start(), await start()]
    const back = await walkProvider(first.to, at('ann'))
    expect(problemOf(await comeBack(back, second.kept))).toBe('sso_lost')
    expect(problemOf(await comeBack(back, ''))).toBe('sso_lost')
    expect(problemOf(await comeBack(back, `${first.kept.slice(0, -4)}AAAA`))).toBe('sso_lost')
    expect(problemOf(await comeBack(back, first.kept, other.slug))).toBe('sso_off')
    expect(cookieIn(await comeBack(back, first.kept), '__Host-staff')).toBeDefined()
    expect(problemOf(await comeBack(back, first.kept))).toBe('sso_lost')
  })

  it('when the answer names another issuer (RFC 9207)', async () => {
    const { to, kept } = await start()
    const back = new URL(await walkProvider(to, at('ann')))
    back.searchParams.set('iss', 'https://mixed.example')
    expect(problemOf(await comeBack(back.href, kept))).toBe('sso_lost')
  })

  it('when the provider does not take our secret, is away, or its domain is not proven', async () => {
    const address = { issuer: provider.issuer, clientId }
    const wrong = await aTenant()
    const elsewhere = await openProvider(ssoReturnAddress(wrong.slug), { 'a@wrong.example': {} })
    await aSignOn(wrong, {
      ...address,
      issuer: elsewhere.issuer,
      clientSecret: 'other',
      domain: 'wrong.example',
    })
    await aMember(wrong, 'owner', 'a@wrong.example')
    const begun = await start(wrong.slug)
    const back = await walkProvider(begun.to, 'a@wrong.example')
    expect(problemOf(await comeBack(back, begun.kept, wrong.slug))).toBe('sso_client')
    await elsewhere.close()
    expect((await start(wrong.slug)).to).toBe('/admin/sign-in?problem=sso_down')
    const unproven = await aTenant()
    await aSignOn(unproven, { ...address, clientSecret, isVerified: false })
    expect((await start(unproven.slug)).to).toBe('/admin/sign-in?problem=sso_off')
  })
})
