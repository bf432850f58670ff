import { type APIResponse, expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { aPersonalLink, askDatabase } from './pages/personal-link.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const visitsOf = (id: string) => askDatabase('select id from "Session" where "linkId" = $1', [id])

const open = async (page: Page, url: string): Promise<Journey> => {
  const journey = new Journey(page)
  await page.goto(`${url}?language=en`)
  await journey.button('Start').click()
  await journey.isAt('identity')
  return journey
}

for (const scripts of ['with', 'without'] as const)
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('a personal link opens one visit, and leads its own browser back into it', async ({ page }) => {
      const { url, id } = await aPersonalLink()
      await open(page, url)
      const visit = page.url()
      await page.goto(url)
      expect(page.url()).toBe(visit)
      expect(await visitsOf(id)).toHaveLength(1)
    })
  })

test('looking at a personal link spends nothing, however often and by whomever (S5)', async ({
  page,
  request,
}) => {
  const { url, id } = await aPersonalLink()
  for (let n = 0; n < 3; n++) {
    expect((await request.head(url)).status()).toBe(200)
    expect((await request.get(url)).status()).toBe(200)
  }
  expect(await visitsOf(id)).toHaveLength(0)
  await open(page, url)
})

test('in another browser a spent link says so in the tenant’s brand, and opens nothing', async ({
  page,
  browser,
}) => {
  const { url, id } = await aPersonalLink()
  await open(page, url)
  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  expect((await other.goto(url))?.status()).toBe(410)
  await expect(heading(other)).toHaveText('This link has already been used')
  await expect(other.getByRole('img', { name: 'Maple Lending' })).toBeVisible()
  await expect(
    other.getByRole('main').getByRole('link', { name: 'help@maple-lending.example' }),
  ).toBeVisible()
  await new Journey(other).isAccessible()
  const posted = await stranger.request.post(`${url}/open`, {
    form: {},
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(posted.status()).toBe(410)
  expect(await visitsOf(id)).toHaveLength(1)
  await stranger.close()
})

test('of many clicks on Start at once in one browser each leads into the one visit', async ({ page }) => {
  const { url, id } = await aPersonalLink()
  await page.goto(url)
  const click = (): Promise<APIResponse> =>
    page.request.post(`${url}/open`, {
      form: { language: 'en' },
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    })
  const answers = await Promise.all(Array.from({ length: 8 }, click))
  const led = new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location}`))
  expect([...led]).toEqual([`303 /connect/${(await visitsOf(id))[0]?.id}`])
})

test('the link of a finished visit leads back to what was shared, in the browser that shared it', async ({
  page,
}) => {
  const { url } = await aPersonalLink()
  const journey = await open(page, url)
  await journey.button(/^Cancel and return/).click()
  await page.waitForURL(/\/connected\?/)
  await page.goto(url)
  await journey.isAt('done')
  await expect(heading(page)).toHaveText('You cancelled')
})

test('an expired and a revoked link say which they are, and whom to ask', async ({ page }) => {
  const expired = await aPersonalLink()
  await askDatabase('update "Link" set "expiresAt" = now() where id = $1', [expired.id])
  expect((await page.goto(`${expired.url}?language=fr`))?.status()).toBe(410)
  await expect(heading(page)).toHaveText('Ce lien n’est plus valide')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
  const revoked = await aPersonalLink('hostile')
  await revoked.revoke()
  expect((await page.goto(revoked.url))?.status()).toBe(410)
  await expect(heading(page)).toHaveText('This link was withdrawn')
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  await new Journey(page).isAccessible()
})

test('who holds no genuine token is told the same of every link (S4)', async ({ request }) => {
  const disabled = await aPersonalLink('nordik')
  const spent = await aPersonalLink()
  const ask = async (url: string) => {
    const answer = await request.get(url, { headers: { 'accept-language': 'en' } })
    const text = (await answer.text()).replace(/nonce="[^"]+"/g, '')
    return `${answer.status()} ${text}`
  }
  const unknown = await ask(spent.url.replace(/\/l\/.*/, '/l/nobody'))
  expect(unknown).toContain('This link does not work')
  await askDatabase(`update "Tenant" set "disabledAt" = now() where slug = 'nordik'`)
  try {
    for (const url of [
      disabled.url,
      `${spent.url}x`,
      spent.url.slice(0, -1),
      spent.url.replace(/\/l\/.*/, '/e/nordik'),
    ])
      expect(await ask(url)).toBe(unknown)
  } finally {
    await askDatabase(`update "Tenant" set "disabledAt" = null where slug = 'nordik'`)
  }
})

test('a demonstration says so at the front door, in the visit and where it goes wrong', async ({ page }) => {
  const { url } = await aPersonalLink('maple', '--demo')
  const notice = page.getByText('test banks only')
  await page.goto(url)
  await expect(notice).toBeVisible()
  const journey = await open(page, url)
  await expect(notice).toBeVisible()
  await page.goto(`${page.url().replace(/\/[^/]+$/, '')}/submit/identity`)
  await askDatabase(`update "Session" set "seenAt" = now() - interval '31 minutes' where id = $1`, [
    /ses_\w+/.exec(page.url())?.[0],
  ])
  await page.goto(url)
  await expect(heading(page)).toHaveText('Your visit has ended')
  await expect(page.getByText('ask Maple Lending for a new one')).toBeVisible()
  await expect(notice).toBeVisible()
  await journey.isAccessible()
})

test('a link that knows the person fills in what it knows, and what is locked stays', async ({ page }) => {
  const { name, email } = aPerson()
  const { url } = await aPersonalLink('maple', '--name', name, '--email', email, '--lock', 'email')
  await open(page, url)
  await expect(page.getByLabel('Full name')).toHaveValue(name)
  await expect(page.getByText(email).or(page.getByLabel('Email address')).first()).toBeVisible()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForURL(/\/verify$/)
})
