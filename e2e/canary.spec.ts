import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { Journey } from './pages/journey.ts'
import { codeSentTo } from './pages/mailbox.ts'
import { aPerson, type Person } from './pages/person.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

/** Every value of every row of every table, bytes read as letters, so that a secret in the clear would show. */
const everythingStored = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  )
  const parts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(
      `select to_jsonb(t)::text || ' ' || coalesce((
         select string_agg(encode(decode(substr(value, 3), 'hex'), 'escape'), ' ')
         from jsonb_each_text(to_jsonb(t)) where value ~ '^\\\\x([0-9a-f]{2})+$'), '') as row
       from ${name} t`,
    )
    parts.push(...rows.map(({ row }) => row ?? ''))
  }
  await client.end()
  return parts.join('\n')
}

const logs = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => !['mail', 'postgres'].includes(name))
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? logs(path) : readFileSync(path, 'utf8')))
    .join('\n')

const everyField = ['fullName', 'dateOfBirth', 'email', 'phone', 'address', 'reference'] as const

/** Every page as it was sent and every address that was asked, from now on. */
const keepPages = (page: Page) => {
  const pages: Promise<string>[] = []
  const addressesAsked: string[] = []
  page.on('response', (answer) => {
    addressesAsked.push(decodeURIComponent(answer.url()))
    const isPage = answer.request().resourceType() === 'document' && answer.status() < 300
    if (isPage) pages.push(answer.text().catch(() => ''))
  })
  return async () => ({ pages: (await Promise.all(pages)).join('\n'), asked: addressesAsked.join('\n') })
}

/** What no row may hold but sealed, no log, no address, and after its own form no page. */
const canariesOf = (person: Person, phone: string) => ({
  name: 'Zzyzx',
  birth: '1911-11-09',
  email: person.email,
  phone: phone.slice(3),
  street: 'Zanzibarweg',
  city: 'Zzville',
  postal: 'X9Y 8Z7',
  reference: 'CANARY-REFERENCE',
})

test('what a person typed and what the bank told stand nowhere in the clear (S9)', async ({ page }) => {
  const person = { ...aPerson(), name: 'Canaria Zzyzx' }
  const phone = `416${2_000_000 + Math.floor(Math.random() * 7_999_999)}`
  const username = person.userAs('Greatday')
  const { slug } = await plantedTenant({
    identityFields: everyField.map((name) => ({ name, required: true })),
  })
  const journey = new Journey(page)
  await journey.open(slug)
  await page.locator('[name="dateOfBirth-day"]').fill('9')
  await page.locator('[name="dateOfBirth-month"]').fill('11')
  await page.locator('[name="dateOfBirth-year"]').fill('1911')
  await page.locator('[name="phone"]').fill(phone)
  await page.locator('[name="address-line1"]').fill('98 Zanzibarweg')
  await page.locator('[name="address-city"]').fill('Zzville')
  await page.getByLabel('Province, territory or state').selectOption('Ontario')
  await page.locator('[name="address-postalCode"]').fill('not a postal code of Zzville')
  await page.locator('[name="reference"]').fill('CANARY-REFERENCE')
  await page.getByLabel('Full name').fill(person.name)
  await page.getByLabel('Email address').fill(person.email)
  // Once with a mistake, so that all of it waits for the next page, and once as it should be.
  await journey.button('Continue').click()
  await page.getByRole('alert').waitFor()
  await page.locator('[name="address-postalCode"]').fill('X9Y 8Z7')
  await journey.button('Continue').click()
  await journey.isAt('verify')
  const kept = keepPages(page)
  const code = await codeSentTo(person.email)
  await journey.proveAddress(person)
  await journey.agree()
  await journey.chooseBank()
  await page.goto(`${page.url()}?note=canary-in-an-address`)
  await journey.signIn(username, 'canary-wrong-password')
  await journey.isAt('login')
  await journey.signIn(username)
  await journey.isAt('mfa')
  await journey.answer('canary-wrong-answer')
  await journey.isAt('mfa')
  await journey.answer('Triangle')
  await page.waitForURL(/\/(match|accounts)$/, { timeout: 20_000 })
  if (page.url().endsWith('/accounts')) await journey.shareFirstAccount()

  const typed = canariesOf(person, phone)
  const secrets = {
    username,
    password: 'canary-wrong-password',
    'right password': 'Everyday',
    answer: 'canary-wrong-answer',
    code,
  }
  const held = { ...typed, ...secrets, holder: 'avenue des Canadiens', note: 'canary-in-an-address' }
  const stored = await everythingStored()
  const written = logs('.portico/e2e')
  expect(stored).toContain('login_accepted')
  for (const [what, canary] of Object.entries(held)) {
    expect.soft(stored.includes(canary), `${what} in the database`).toBe(false)
    expect.soft(written.includes(canary), `${what} in a log`).toBe(false)
  }
  const { pages, asked } = await kept()
  expect(pages).toContain('Sign in to')
  for (const [what, canary] of Object.entries(secrets))
    expect.soft(pages.includes(canary), `${what} in a page`).toBe(false)
  for (const [what, canary] of Object.entries({ ...typed, ...secrets }))
    expect.soft(asked.includes(canary), `${what} in an address`).toBe(false)
})
