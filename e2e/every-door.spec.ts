import { readdirSync, readFileSync } from 'node:fs'
import { type APIResponse, expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { walkThrough } from './pages/walk.ts'

type Door = { readonly path: string; readonly source: string }

/** Every door of the tree with an address that is true for it: a new door is walked without being told of here. */
const doorsFor = (visitId: string): Door[] => {
  const values: Record<string, string> = {
    tenant: 'maple',
    sessionId: visitId,
    step: 'identity',
    token: 'unknown',
  }
  const fill = (file: string) =>
    file
      .replace(/\/?route\.tsx?$/, '')
      .replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? 'nothing')
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => ({ path: `/${fill(file)}`, source: readFileSync(`app/${file}`, 'utf8') }))
}

const answersTo = (method: string) => (door: Door) =>
  new RegExp(
    `export (const|function|async function) ${method}\\b|\\bas ${method}\\b|export \\{[^}]*\\b${method}\\b`,
  ).test(door.source)

/** Doors that take a key or a signature and no cookie: another site can send nothing in a person's name. */
const takesNoCookie = ({ path }: Door): boolean => /^\/(api|v3|hooks|scim)\//.test(path)

const expectPageToBeGuarded = async (path: string, answer: APIResponse): Promise<void> => {
  const headers = answer.headers()
  const policy = headers['content-security-policy'] ?? ''
  const nonce = /script-src 'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? 'none'
  expect.soft(nonce, `a nonce on ${path}`).not.toBe('none')
  expect.soft(policy, path).toContain("default-src 'none'")
  expect.soft(policy, path).toContain('frame-ancestors ')
  expect.soft(policy, path).toContain("base-uri 'none'")
  expect.soft(policy, path).toContain("form-action 'self'")
  expect.soft(policy, path).not.toMatch(/unsafe-|https?:\/\/\*|\*\./)
  const html = await answer.text()
  for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g))
    expect.soft(tag, path).toContain(`nonce="${nonce}"`)
  expect.soft(html, `an inline handler on ${path}`).not.toMatch(/<[^>]+\son\w+=/)
}

test('every door guards what it answers: nonce policy, no referrer, nothing kept, nothing sniffed', async ({
  page,
}) => {
  await new Journey(page).open()
  const id = page.url().split('/')[4] as string
  const doors = doorsFor(id).filter(answersTo('GET'))
  expect(doors.length).toBeGreaterThan(10)
  const extra = [
    '/',
    '/no/such/page',
    '/e/nobody',
    '/l/nothing',
    '/connect/ses_nobody/identity',
    `/connect/${id}/done`,
  ]
  let pages = 0
  for (const path of [...doors.map((door) => door.path), ...extra]) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    const isJson = /json/.test(headers['content-type'] ?? '')
    if (!isJson) expect.soft(headers['referrer-policy'], path).toBe('no-referrer')
    expect.soft(headers['cache-control'], path).toContain('no-store')
    expect.soft(headers['x-powered-by'], path).toBeUndefined()
    if (answer.status() >= 300 && answer.status() < 400) continue
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff')
    if (!headers['content-type']?.startsWith('text/html')) continue
    pages++
    await expectPageToBeGuarded(path, answer)
  }
  expect(pages).toBeGreaterThan(8)
})

test('every door that takes a form refuses one of another site, and one without the visit’s proof', async ({
  page,
  playwright,
  baseURL,
}) => {
  await new Journey(page).open()
  const id = page.url().split('/')[4] as string
  const doors = doorsFor(id)
    .filter(answersTo('POST'))
    .filter((door) => !takesNoCookie(door))
  expect(doors.length).toBeGreaterThan(5)
  const form = { language: 'fr', step: 'identity', decision: 'agree' }
  for (const { path } of doors)
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'sec-fetch-site': site }
      const answer = await page.request.post(path, { form, headers, maxRedirects: 0 })
      expect.soft(answer.status(), `${path} from ${site}`).toBe(403)
    }
  // An older browser says where the form stood by its Origin alone; a program that says nothing is refused.
  const bare = await playwright.request.newContext(baseURL ? { baseURL } : {})
  for (const { path } of doors) {
    const foreign = await bare.post(path, {
      form,
      headers: { origin: 'https://evil.example' },
      maxRedirects: 0,
    })
    expect.soft(foreign.status(), `${path} from evil.example`).toBe(403)
    expect.soft((await bare.post(path, { form, maxRedirects: 0 })).status(), `${path} from nowhere`).toBe(403)
  }
  for (const { path } of doors.filter((door) => door.path.startsWith('/connect/'))) {
    const headers = { 'sec-fetch-site': 'same-origin' }
    const answer = await bare.post(path, { form, headers, maxRedirects: 0 })
    expect.soft(answer.status(), `${path} without the cookie`).toBe(404)
  }
  await bare.dispose()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-CA')
})

test('a whole visit asks no other host for anything, and its addresses tell nothing of the person', async ({
  page,
}) => {
  const addresses: URL[] = []
  page.on('request', (request) => addresses.push(new URL(request.url())))
  const person = aPerson()
  const journey = new Journey(page)
  await page.goto('/e/maple?language=en')
  await journey.button(journey.words.start).click()
  await walkThrough(journey, person, async () => undefined)
  const own = new URL(page.url()).host
  const others = addresses.filter(({ host, protocol }) => host !== own && protocol !== 'data:')
  expect(others.map(String)).toEqual([])
  expect(addresses.length).toBeGreaterThan(20)
  const all = decodeURIComponent(addresses.join('\n'))
  for (const secret of [person.email, person.name, 'Everyday', person.userAs('Greatday'), 'Triangle'])
    expect(all).not.toContain(secret)
})
