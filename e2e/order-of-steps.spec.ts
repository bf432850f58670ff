import { expect, test } from '@playwright/test'
import pg from 'pg'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { walkThrough } from './pages/walk.ts'
import { addresses } from './stack/addresses.ts'

const base = (url: string) => url.replace(/\/[^/]+$/, '')

test('a step that is not due leads to the one that is', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open()
  const visit = base(page.url())
  for (const step of ['done', 'accounts', 'login', 'mfa', 'consent', 'connecting', 'no-such-step']) {
    await page.goto(`${visit}/${step}`)
    await journey.isAt('identity')
  }
})

test('back leads to the step before, and what was said is still there (A2)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.agree()
  await page.goBack()
  await journey.isAt('consent')
  await page.getByRole('link', { name: 'Back' }).click()
  await journey.isAt('identity')
  await expect(page.getByLabel('Full name')).toHaveValue(person.name)
  await journey.button('Continue').click()
  await journey.isAt('institution')
})

test('two tabs of one visit end at the same step', async ({ page, context }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  const second = await context.newPage()
  await second.goto(page.url())
  await journey.agree()
  const other = new Journey(second)
  await other.agree()
  await journey.chooseBank()
  await second.reload()
  await other.isAt('institution')
  await second.goto(`${base(second.url())}/login`)
  await other.isAt('login')
})

test('a second click on "sign in" asks the bank once', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  const form = {
    username: person.userAs('password_locked_after_three'),
    password: 'wrong',
    seen: await page.locator('input[name=seen]').inputValue(),
  }
  const submit = () =>
    page.request.post(`${base(page.url())}/submit/login`, {
      form,
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    })
  const answers = await Promise.all([submit(), submit(), submit(), submit()])
  for (const answer of answers) expect(answer.status()).toBe(303)
  await page.reload()
  await expect(page.getByText('allows 2 more tries')).toBeVisible()
})

test('declining shares nothing and says so to the business', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.button('I do not agree').click()
  await journey.isAt('done')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You chose not to share')
  const back = await journey.finish()
  expect(back.searchParams.get('error')).toBe('declined')
  expect(back.searchParams.has('loginId')).toBe(false)
})

test('every step can be left', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open()
  await journey.button(/^Cancel and return/).click()
  await page.waitForURL(/\/connected\?/)
  expect(new URL(page.url()).searchParams.get('error')).toBe('cancelled')
})

test('every page can be loaded anew, and shows the same step again', async ({ page }) => {
  const journey = new Journey(page)
  await page.goto('/e/maple?language=en')
  await journey.button(journey.words.start).click()
  const steps: string[] = []
  await walkThrough(journey, aPerson(), async ({ step, isRefused }) => {
    if (isRefused) return
    await page.reload()
    await journey.isAt(step)
    steps.push(step)
  })
  expect(steps).toEqual(expect.arrayContaining(['identity', 'verify', 'consent', 'login', 'mfa', 'done']))
})

test('a form that is sent twice is taken once: one consent, one choice, one end', async ({ page }) => {
  const journey = new Journey(page)
  const person = aPerson()
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  const visit = base(page.url())
  const document = await page.locator('input[name=document]').first().inputValue()
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(`${visit}/${path}`, {
      form,
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    })
  const twice = (path: string, form: Record<string, string>) =>
    Promise.all([1, 2, 3].map(() => send(path, form)))
  for (const answer of await twice('submit/consent', { decision: 'agree', document }))
    expect(answer.headers().location).toMatch(/\/(institution|consent)$/)
  for (const answer of await twice('leave', {}))
    expect(answer.headers().location).toContain('error=cancelled')
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  const { rows } = await client.query<{ name: string; times: number }>(
    `select name, count(*)::int as times from "SessionEvent" where "sessionId" = $1
     and name in ('consent_given', 'visit_ended') group by name order by name`,
    [visit.split('/').at(-1)],
  )
  await client.end()
  expect(rows).toEqual([
    { name: 'consent_given', times: 1 },
    { name: 'visit_ended', times: 1 },
  ])
})
