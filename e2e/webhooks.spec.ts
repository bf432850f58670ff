import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { addresses } from './stack/addresses.ts'

type Hook = {
  readonly envelope: string
  readonly name: string
  readonly verdict: string
  readonly times: number
  readonly body: string
}

/** What reached the server of the business and speaks of this visit or login, in the order in which it came. */
const hooksAbout = async (mark: string): Promise<Hook[]> => {
  const answer = await fetch(`${addresses.business()}/api/hooks`)
  const hooks = (await answer.json()) as Hook[]
  return hooks.filter(({ body }) => body.includes(mark)).reverse()
}

const sessionIdOf = (url: string): string => /ses_[0-9a-z]+/.exec(url)?.[0] ?? 'no visit'

test('a finished visit arrives at the business, signed, in both envelopes and in order', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  const sessionId = sessionIdOf(page.url())
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.shareFirstAccount()
  const loginId = (await journey.finish()).searchParams.get('loginId') ?? ''

  const standard = async () =>
    (await hooksAbout(sessionId)).filter(({ envelope }) => envelope === 'standard').map(({ name }) => name)
  await expect.poll(standard, { timeout: 30_000 }).toContain('connection.accounts.ready')
  const names = await standard()
  expect(names.slice(0, 2)).toEqual(['consent.given', 'session.finished'])
  expect(names.at(-1)).toBe('connection.accounts.ready')

  const dialect = async () => (await hooksAbout(loginId)).filter(({ envelope }) => envelope === 'dialect')
  await expect.poll(async () => (await dialect()).map(({ name }) => name)).toContain('GetAccountsDetail')
  const told = [...(await hooksAbout(sessionId)), ...(await dialect())]
  expect(told.map(({ verdict }) => verdict)).toEqual(told.map(() => 'valid'))
  const detail = (await dialect()).find(({ name }) => name === 'GetAccountsDetail')
  const { Accounts, Login } = JSON.parse(detail?.body ?? '')
  expect(Login.Id).toBe(loginId)
  expect(Accounts).toHaveLength(1)

  await page.goto(addresses.business())
  await page.getByRole('link', { name: 'What the portal tells our server' }).click()
  await page.getByRole('link', { name: 'Stop refreshing by itself' }).click()
  await expect(page.getByRole('heading', { name: 'session.finished' }).first()).toBeVisible()
  await expect(page.getByText('The signature is right.').first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('a visit that is declined is told of as declined, and nothing else', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  const sessionId = sessionIdOf(page.url())
  await journey.button(journey.words.decline).click()
  await journey.isAt('done')
  const names = async () => (await hooksAbout(sessionId)).map(({ name }) => name)
  await expect.poll(names, { timeout: 30_000 }).toEqual(['session.declined'])
})
