import { beforeAll, describe, expect, it } from 'vitest'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { mintAuthorizeToken, redeemAuthorizeToken } from '#lib/tenants/authorize-token.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../../test/database/with-test-database.ts'
import { diagnose } from './diagnose.ts'

withTestDatabase()

const now = new Date()
const origin = 'https://you.example'
let tenant: BuiltTenant
let guarded: BuiltTenant
beforeAll(async () => {
  await seedInstitutions()
  const lists = { allowedOrigins: [origin], returnUrls: [`${origin}/back`] }
  tenant = await aTenant(lists)
  guarded = await aTenant({ ...lists, tokenRequired: true })
})

const examine = (path: string, page = `${origin}/loans?x=1`) =>
  diagnose({ embed: new URL(path, env().PUBLIC_URL).href, page, policy: '' }, now)
const codes = async (path: string, page?: string) => (await examine(path, page)).map(({ code }) => code)
const of = ({ slug }: BuiltTenant, rest = '') => `/v2/?tenant=${slug}${rest}`

describe('the doctor of an embed', () => {
  it('finds a sound one sound', async () => {
    const address = `/v2/Credential/14?tenant=${tenant.slug}&demo=true&redirectUrl=${origin}/back?state=7`
    expect(await codes(address)).toEqual([
      'tenant_found',
      'origin_listed',
      'return_listed',
      'institution_good',
    ])
  })

  it.each<[string, string, string, string | undefined]>([
    ['an address of another place', 'https://elsewhere.example/v2/?x=1', 'portal_other', undefined],
    ['nobody’s frame', '/v2/?tenant=nobody', 'tenant_unknown', undefined],
    ['a page that is not on the list', 'OF', 'origin_unlisted', 'https://other.example'],
    ['a page that is no page', 'OF', 'origin_unread', 'you.example'],
    ['a page that was not told', 'OF', 'origin_missing', ''],
    ['a return that is not on the list', 'OF&redirectUrl=javascript:alert(1)', 'return_unlisted', undefined],
    ['an unknown bank', '/v2/Credential/NoBank?tenant=TENANT', 'institution_unknown', undefined],
    [
      'a real bank in a demonstration',
      '/v2/Credential/National?tenant=TENANT&demo=true',
      'institution_unlisted',
      undefined,
    ],
    ['words that a link cannot bring', 'OF&consentEnable=false', 'parameter_void', undefined],
  ])('finds %s', async (_, address, code, page) => {
    const path = address.replace('OF', of(tenant)).replace('TENANT', tenant.slug)
    expect(await codes(path, page)).toContain(code)
  })

  it('names the line that lets the page in', async () => {
    const found = await examine(of(tenant), 'https://other.example/page')
    const told = found.find(({ code }) => code === 'origin_unlisted')
    expect(told?.change).toBe('"allowedOrigins": ["https://other.example"]')
    expect(found[0]).toBe(told)
  })

  it('looks at a token and does not spend it', async () => {
    const token = await mintAuthorizeToken(guarded.db, now)
    const withToken = of(guarded, `#authorizeToken=${token}`)
    expect(await codes(of(guarded))).toContain('token_missing')
    expect(await codes(withToken)).toContain('token_good')
    expect(await codes(of(guarded, `&authorizeToken=${token}`))).toEqual(
      expect.arrayContaining(['token_good', 'token_in_query']),
    )
    expect(await codes(of(tenant, `#authorizeToken=${token}`))).toContain('token_unknown')
    expect(await redeemAuthorizeToken(guarded.db, token, { requestId: null, now })).toBe(true)
    expect(await codes(withToken)).toContain('token_spent')
  })

  it('knows a token that is too old', async () => {
    const token = await mintAuthorizeToken(guarded.db, later(now, -31 * minuteMs))
    expect(await codes(of(guarded, `#authorizeToken=${token}`))).toContain('token_expired')
  })

  it('opens no visit', async () => {
    await examine(of(tenant, '&demo=true'))
    expect(await tenant.db.tables.session.count()).toBe(0)
  })
})
