import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import type { BuiltTenant } from '../prisma/builders/a-tenant.ts'
import { Journey } from './pages/journey.ts'
import { aPerson, type Person } from './pages/person.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

const ask = async <Row extends object>(sql: string, values: readonly string[]): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  const { rows } = await client.query<Row>(sql, [...values])
  await client.end()
  return rows
}

const sessionIn = (page: Page): string => /ses_[^/]+/.exec(page.url())?.[0] ?? ''

const checksOf = (page: Page) =>
  ask<{ outcome: string; decision: string }>(
    `select detail->>'outcome' as outcome, detail->>'decision' as decision from "SessionEvent"
     where "sessionId" = $1 and name = 'holder_checked' order by id`,
    [sessionIn(page)],
  )

const countOf = async (table: 'Account' | 'Connection', { db }: BuiltTenant): Promise<number> =>
  (await ask(`select id from "${table}" where "tenantId" = $1`, [db.tenantId])).length

const stopping = () =>
  plantedTenant({
    matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'stop', onNoData: 'go_on' },
  })

const toBank = async (journey: Journey, tenant: BuiltTenant, person: Person): Promise<void> => {
  await journey.open(tenant.slug)
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.agree()
  await journey.chooseBank()
}

test('who is the holder goes on without a word, in any order and case', async ({ page }) => {
  const person = { ...aPerson(), name: 'DOE, john' }
  const journey = new Journey(page)
  await toBank(journey, await stopping(), person)
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.isAt('accounts')
  expect(await checksOf(page)).toEqual([{ outcome: 'match', decision: 'go_on' }])
})

test('one of two holders is a holder', async ({ page }) => {
  const person = { ...aPerson(), name: 'Jane Doe' }
  const journey = new Journey(page)
  await toBank(journey, await stopping(), person)
  await journey.signIn(person.userAs('joint_holders'))
  await journey.isAt('accounts')
  expect(await checksOf(page)).toEqual([{ outcome: 'match', decision: 'go_on' }])
})

test('who agrees in part goes on, and the business is told', async ({ page }) => {
  const person = { ...aPerson(), name: 'John Doe' }
  const journey = new Journey(page)
  const tenant = await stopping()
  await toBank(journey, tenant, person)
  await journey.signIn(person.userAs('no_contact'))
  await journey.shareFirstAccount()
  const checks = await checksOf(page)
  await journey.finish()
  expect(checks).toEqual([{ outcome: 'partial', decision: 'flag' }])
  const told = await ask<{ data: { holder: object } }>(
    `select data from "WebhookMessage" where "tenantId" = $1 and "eventName" = 'session.finished'`,
    [tenant.db.tenantId],
  )
  expect(told[0]?.data.holder).toMatchObject({ outcome: 'partial', isFlagged: true })
})

test('where the business wants to look first, the person is told kindly and can correct, and goes on', async ({
  page,
}) => {
  const person = { ...aPerson(), name: 'Katarina Wischnewski' }
  const journey = new Journey(page)
  await toBank(journey, await stopping(), person)
  await journey.signIn(person.userAs('other_name'))
  await journey.isAt('review')
  await journey.isAccessible()
  const words = (await page.getByRole('main').textContent()) ?? ''
  expect(words).not.toMatch(/fraud|suspicious|wrong|fail|reject|denied|Katarzyna|Wiśniewska/i)
  await page.goto(page.url().replace('/review', '/accounts'))
  await journey.isAt('review')

  await page.getByRole('link', { name: 'Check my details' }).click()
  await page.getByLabel('Full name').fill('Katarzyna Wisniewska')
  await journey.button('Continue').click()
  await journey.isAt('verify')
  const { codeSentTo } = await import('./pages/mailbox.ts')
  await page.getByLabel('Code', { exact: true }).fill(await codeSentTo(person.email, 1))
  await journey.button('Continue').click()
  await journey.shareFirstAccount()
  expect(await checksOf(page)).toEqual([
    { outcome: 'mismatch', decision: 'stop' },
    { outcome: 'match', decision: 'go_on' },
  ])
})

test('who asks for a review gets a reference, leaves with a reason, and nothing of the bank is kept', async ({
  page,
}) => {
  const person = aPerson()
  const journey = new Journey(page, 'fr')
  const tenant = await stopping()
  await toBank(journey, tenant, person)
  await journey.signIn(person.userAs('other_name'))
  await journey.isAt('review')
  const reference = (await page.locator('strong').textContent()) ?? ''
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await expect(page.getByRole('link', { name: 'help@test.example' }).first()).toBeVisible()
  await journey.button('Demander une vérification').click()
  await expect(page.getByText('a reçu votre demande')).toBeVisible()
  await journey.isAccessible()
  expect(await countOf('Account', tenant)).toBeGreaterThan(0)

  await journey.button(journey.words.cancel).click()
  await page.waitForURL(/\/connected\?/)
  const back = new URL(page.url())
  expect(back.searchParams.get('error')).toBe('failed')
  expect(back.searchParams.get('error_description')).toBe('needs_review')
  expect(back.searchParams.has('loginId')).toBe(false)
  expect(await countOf('Account', tenant)).toBe(0)
  expect(await countOf('Connection', tenant)).toBe(0)
  const told = await ask<{ eventName: string; reference: string }>(
    `select "eventName", coalesce(data->>'reference', data->'holder'->>'reference') as reference
     from "WebhookMessage" where "tenantId" = $1 and "eventName" like 'session.%' order by id`,
    [tenant.db.tenantId],
  )
  expect(told).toEqual([
    { eventName: 'session.review_asked', reference },
    { eventName: 'session.failed', reference },
  ])
})

test('another login at the bank is compared anew', async ({ page }) => {
  const person = { ...aPerson(), name: 'John Doe' }
  const journey = new Journey(page)
  await toBank(journey, await stopping(), person)
  await journey.signIn(person.userAs('other_name'))
  await journey.isAt('review')
  await page.getByRole('link', { name: /with another login$/ }).click()
  await journey.isAt('login')
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.isAt('accounts')
})
