import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'

test('a page carries a nonce policy, no referrer, and cannot be framed or kept', async ({ page }) => {
  const answer = await page.goto('/e/maple')
  const headers = answer?.headers() ?? {}
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{22,}'/)
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-content-type-options']).toBe('nosniff')
  const again = await page.goto('/e/maple')
  expect(again?.headers()['content-security-policy']).not.toBe(policy)
})

test('a page asks no other host for anything', async ({ page }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  const journey = new Journey(page)
  await journey.open()
  expect([...hosts]).toEqual([new URL(page.url()).host])
})

test('the proof of a visit is in a __Host- cookie that scripts cannot read, and in no address', async ({
  page,
  context,
}) => {
  const journey = new Journey(page)
  await journey.open()
  const cookies = await context.cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None', path: '/' })
  expect(cookies[0]?.name).toMatch(/^__Host-ses_/)
  expect(page.url()).not.toContain(cookies[0]?.value)
})

test('another browser cannot enter a visit by its address', async ({ page, browser }) => {
  const journey = new Journey(page)
  await journey.open()
  const stranger = await browser.newContext()
  const answer = await (await stranger.newPage()).goto(page.url())
  expect(answer?.status()).toBe(404)
  await stranger.close()
})

test('a form of another site is refused', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open()
  const submit = `${page.url().replace(/\/[^/]+$/, '')}/submit/identity`
  for (const site of ['cross-site', 'same-site', 'none']) {
    const answer = await page.request.post(submit, {
      form: { fullName: 'Eve', email: 'eve@example.com' },
      headers: { 'sec-fetch-site': site },
    })
    expect(answer.status(), site).toBe(403)
  }
})

test('an unknown link says what to do next', async ({ page }) => {
  const answer = await page.goto('/e/nobody-has-this-name')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work')
})

test('a return address that is not on the list is refused (S6)', async ({ page }) => {
  const answer = await page.goto('/e/maple?redirectUrl=https%3A%2F%2Fevil.example%2F')
  expect(answer?.status()).toBe(400)
})
