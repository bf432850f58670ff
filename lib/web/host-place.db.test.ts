import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { holdHost, insertDomain } from '#lib/tenants/tenant-domain-store.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { door } from './door.ts'
import { isServedName } from './host-place.ts'

withTestDatabase()

const host = `connect-${randomUUID()}.maple.ca`
let tenant: BuiltTenant
let other: BuiltTenant
beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://portal.business.ca'
  tenant = await aTenant()
  other = await aTenant()
  await inTransaction(tenant.db, async (tx) => {
    const domain = { id: mintId('dom'), host }
    await insertDomain(tx, domain)
    await holdHost(tx, domain)
  })
})

const opened = door(
  ({ code }) => new Response(code),
  async () => new Response('served'),
)
type Asked = {
  at?: string
  params?: Record<string, string>
  headers?: Record<string, string>
  method?: string
}
const ask = async (path: string, { at = host, params = {}, headers = {}, method = 'GET' }: Asked = {}) => {
  const request = new Request(`https://portal.business.ca${path}`, {
    method,
    headers: { host: at, ...headers },
  })
  return (await opened(request, { params: Promise.resolve(params) })).text()
}

it.each([
  'portal.business.ca',
  'PORTAL.business.ca:443',
  '127.0.0.1:3000',
  '[::1]:3000',
  'portico',
  'localhost:3000',
])('the portal answers to its name, and from within: %s', async (at) =>
  expect(await ask('/admin', { at })).toBe('served'),
)

it('a name that is nobody’s is told that nothing is here', async () => {
  expect(await ask('/e/maple', { at: 'stranger.ca' })).toBe('not_found')
  expect(await ask('/admin', { at: `below.${host}` })).toBe('not_found')
})

it('a tenant’s own host serves its journey, and neither the console nor the frame', async () => {
  expect(await ask('/')).toBe('served')
  expect(await ask(`/e/${tenant.slug}`, { params: { tenant: tenant.slug } })).toBe('served')
  expect(await ask('/connect/ses_unknown/login', { params: { sessionId: 'ses_unknown' } })).toBe('served')
  for (const path of [
    '/admin',
    '/admin/sign-in',
    '/api/auth/csrf',
    '/docs/api',
    '/v2',
    '/preview/x',
    '/nothing',
  ])
    expect(await ask(path), path).toBe('not_found')
})

it('another tenant’s link, visit and logo are not there', async () => {
  const by = { actor: 'test', now: new Date() }
  const [mine, theirs] = await Promise.all([mintLink(tenant.db, {}, by), mintLink(other.db, {}, by)])
  expect(await ask(`/l/${mine.token}`, { params: { token: mine.token } })).toBe('served')
  expect(await ask(`/l/${theirs.token}`, { params: { token: theirs.token } })).toBe('not_found')
  expect(await ask(`/e/${other.slug}`, { params: { tenant: other.slug } })).toBe('not_found')
  expect(await ask(`/logo/${other.slug}/x`, { params: { tenantSlug: other.slug } })).toBe('not_found')
  const visits = await Promise.all([tenant, other].map((one) => aSession(one)))
  const answers = visits.map(({ id, proof }) =>
    ask(`/connect/${id}`, { params: { sessionId: id }, headers: { cookie: `__Host-${id}=${proof}` } }),
  )
  expect(await Promise.all(answers)).toEqual(['served', 'not_found'])
})

it('a form of an older browser is known by the origin of the very host it was asked for at', async () => {
  const post = (origin: string) => ask('/connect/x/leave', { method: 'POST', headers: { origin } })
  expect(await post(`https://${host}`)).toBe('served')
  expect(await post('https://portal.business.ca')).toBe('cross_origin')
  expect(await post('https://evil.ca')).toBe('cross_origin')
})

it('a certificate is fetched for names that are served alone', async () => {
  expect(await isServedName(host.toUpperCase())).toBe(true)
  expect(await isServedName('portal.business.ca')).toBe(true)
  for (const name of ['', 'stranger.ca', `below.${host}`, '127.0.0.1'])
    expect(await isServedName(name)).toBe(false)
})
