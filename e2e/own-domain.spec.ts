import { expect, type Page, test } from '@playwright/test'
import { BankPage, tenantAtBanks } from './pages/bank-page.ts'
import { signInAs } from './pages/console.ts'
import { Journey } from './pages/journey.ts'
import { tellNames } from './pages/name-records.ts'
import { addresses } from './stack/addresses.ts'

const policy = { identityFields: [], identityProof: 'none' as const }
const portal = () => new URL(addresses.portal())

const record = (page: Page, kind: 'proof' | 'pointing') => page.locator(`[data-record=${kind}]`)
const check = (page: Page) => page.getByRole('button', { name: 'Check now' }).click()

/** A name that browsers keep on this machine, and take for as safe as https. */
const hostOf = (slug: string): string => `connect.${slug}.localhost`

test('a business adds a domain, is told what is missing, and its people walk there from / to the signed return', async ({
  page,
  context,
}) => {
  const tenant = await tenantAtBanks(policy)
  await signInAs(context, 'owner', tenant)
  const host = hostOf(tenant.slug)
  const at = `http://${host}:${portal().port}`
  expect((await page.goto(at))?.status(), 'a name that is nobody’s').toBe(404)

  await page.goto(`/admin/${tenant.slug}/domain`)
  await page.getByLabel('Domain', { exact: true }).fill('maple')
  await page.getByRole('button', { name: 'Add the domain' }).click()
  await expect(page.getByText('not a whole domain name')).toBeVisible()
  await page.getByLabel('Domain', { exact: true }).fill(`https://${host}/`)
  await page.getByRole('button', { name: 'Add the domain' }).click()
  const proof = await record(page, 'proof').getByText('portico-domain=').textContent()

  await tellNames({ [host]: { A: ['203.0.113.9'] } })
  await check(page)
  await expect(record(page, 'proof')).toContainText('Missing')
  await expect(record(page, 'pointing')).toContainText('Wrong')
  await expect(record(page, 'pointing')).toContainText('203.0.113.9')
  await new Journey(page).isAccessible()

  await tellNames({ [host]: { A: [portal().hostname] }, [`_portico.${host}`]: { TXT: [proof ?? ''] } })
  await check(page)
  await expect(page.getByText('In use', { exact: true })).toBeVisible()
  await new Journey(page).isAccessible()
  await page.goto(`/admin/${tenant.slug}/links`)
  await expect(page.getByText(`${at}/e/${tenant.slug}`).first()).toBeVisible()

  const journey = new Journey(page)
  await page.goto(`${at}/?language=en`)
  await expect(page).toHaveURL(`${at}/e/${tenant.slug}?language=en`)
  await journey.button('Start').click()
  await journey.agree()
  await journey.chooseBank('harbour', /harbour/i)
  expect(new URL(page.url()).host).toBe(`${host}:${portal().port}`)
  await page.getByRole('button', { name: /^Continue to/ }).click()
  await new BankPage(page).agree('greatday_nomfa')
  await journey.isAt('accounts')
  expect(new URL(page.url()).host, 'back from the bank, where the visit lives').toBe(
    `${host}:${portal().port}`,
  )
  await journey.shareFirstAccount()
  const back = await journey.finish()
  expect(back.searchParams.get('loginId')).toMatch(/^[\da-f-]{36}$/)

  for (const path of ['/admin', '/e/maple', '/docs/api'])
    expect((await page.goto(`${at}${path}`))?.status(), path).toBe(404)
  await page.goto(`/admin/${tenant.slug}/domain`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Domain removed.')).toBeVisible()
  expect((await page.goto(at))?.status()).toBe(404)
})

test('a proxy is told for which names it may fetch a certificate; when the records of one are gone, whoever may mend it is told on arrival', async ({
  page,
  context,
  request,
}) => {
  const tenant = await tenantAtBanks(policy)
  await signInAs(context, 'owner', tenant)
  const home = `/admin/${tenant.slug}`
  const host = hostOf(tenant.slug)
  const ask = async (name: string) =>
    (await request.get(`${addresses.portal()}/readyz/domain`, { params: { domain: name } })).status()
  expect(await ask(portal().hostname)).toBe(200)
  for (const name of ['', 'elsewhere.example', host, `${portal().hostname}.evil.example`])
    expect(await ask(name), name).toBe(404)

  await page.goto(`${home}/domain`)
  await page.getByLabel('Domain', { exact: true }).fill(host)
  await page.getByRole('button', { name: 'Add the domain' }).click()
  const proof = await record(page, 'proof').getByText('portico-domain=').textContent()
  expect(await ask(host), 'claimed, and proven by nobody').toBe(404)
  const records = { [host]: { A: [portal().hostname] }, [`_portico.${host}`]: { TXT: [proof ?? ''] } }
  await tellNames(records)
  await check(page)
  await expect(page.getByText('In use', { exact: true })).toBeVisible()
  for (const name of [host, host.toUpperCase()]) expect(await ask(name), name).toBe(200)

  const notice = page.locator('[data-part=lost-hosts]').getByText(`The DNS records of ${host} are gone.`)
  await page.goto(home)
  await expect(notice).toHaveCount(0)
  await tellNames({ [host]: null, [`_portico.${host}`]: null })
  await page.goto(`${home}/domain`)
  await check(page)
  expect(await ask(host), 'links that were sent lead there for a week').toBe(200)
  await page.goto(home)
  await expect(notice).toBeVisible()
  await new Journey(page).isAccessible()
  await page.getByRole('link', { name: 'See what is missing' }).click()
  await expect(page).toHaveURL(new RegExp(`${home}/domain$`))
  await expect(record(page, 'proof')).toContainText('Missing')

  await tellNames(records)
  await check(page)
  await page.goto(home)
  await expect(notice).toHaveCount(0)
  await page.goto(`${home}/domain`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Domain removed.')).toBeVisible()
  expect(await ask(host)).toBe(404)
})
