import { expect, test } from '@playwright/test'
import { FramedJourney, HostPage } from './pages/host-page.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('a page that frames the journey hears the happy path in the published order', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { jsRedirect: 'true', tag: 'order-7' })
  const journey = new FramedJourney(host.frame)
  await journey.connect('Greatday')
  await journey.answer('Triangle')
  await journey.share()
  const last = await host.hears('REDIRECT')
  expect(await host.steps()).toEqual([
    'APP_MOUNTED',
    'COMPONENT_LOAD_CONSENT',
    'COMPONENT_ACCEPT_CONSENT',
    'COMPONENT_LOAD_INSTITUTION_SELECTOR',
    'INSTITUTION_SELECTED',
    'COMPONENT_LOAD_CREDENTIAL',
    'SUBMIT_CREDENTIAL',
    'COMPONENT_LOAD_MFA',
    'SUBMIT_MFA',
    'COMPONENT_LOAD_ACCOUNT_SELECTION',
    'ACCOUNT_SELECTED',
    'REDIRECT',
  ])
  expect(last).toMatchObject({
    institution: 'FlinksCapital',
    loginId: expect.stringMatching(guid),
    requestId: expect.stringMatching(guid),
    accountId: expect.stringMatching(guid),
    url: expect.stringContaining('/v2/Result/FlinksCapital?visit='),
  })
})

test('a refusal of the bank is told by its code, and each try anew', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain')
  const journey = new FramedJourney(host.frame)
  await journey.agree()
  await journey.choose()
  await journey.signIn('Greatday', 'wrong')
  expect(await host.hears('INVALID_LOGIN')).toMatchObject({ flinksCode: 'INVALID_LOGIN' })
  await journey.signIn('Greatday')
  await host.hears('COMPONENT_LOAD_MFA')
  await journey.answer('Circle')
  expect(await host.hears('INVALID_SECURITY_RESPONSE')).toMatchObject({ institution: 'FlinksCapital' })
  await host.hears('COMPONENT_LOAD_MFA_RETRY')
  expect((await host.steps()).slice(5)).toEqual([
    'COMPONENT_LOAD_CREDENTIAL',
    'SUBMIT_CREDENTIAL',
    'INVALID_LOGIN',
    'COMPONENT_LOAD_CREDENTIAL_RETRY',
    'SUBMIT_CREDENTIAL',
    'COMPONENT_LOAD_MFA',
    'SUBMIT_MFA',
    'INVALID_SECURITY_RESPONSE',
    'COMPONENT_LOAD_MFA_RETRY',
  ])
})

test('a refused consent is told, and the visit comes back without a connection', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain')
  await new FramedJourney(host.frame).button('I do not agree').click()
  await host.hears('COMPONENT_DENY_CONSENT')
  expect(await host.steps()).not.toContain('REDIRECT')
})

test('with `stringify` every event is text, and the content is the same', async ({ page }) => {
  const host = new HostPage(page)
  await page.addInitScript(() => {
    addEventListener('message', ({ data }) => document.documentElement.setAttribute('data-told', typeof data))
  })
  await host.open('plain', { STRINGIFY: 'true' })
  expect(await host.hears('COMPONENT_LOAD_CONSENT')).toEqual({ step: 'COMPONENT_LOAD_CONSENT' })
  await expect(page.locator('html')).toHaveAttribute('data-told', 'string')
})

test('the close button only says so, by pointer and by Escape', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { closeEnable: 'true' })
  await host.frame.getByRole('button', { name: 'Close' }).click()
  await host.hears('COMPONENT_CLOSE_SESSION')
  await host.frame.getByRole('button', { name: 'I agree', exact: true }).focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('#events li[data-step="COMPONENT_CLOSE_SESSION"]')).toHaveCount(2)
  await expect(host.frame.getByRole('heading', { level: 1 })).toBeVisible()
})

test('going offline and coming back is told', async ({ page, context }) => {
  const host = new HostPage(page)
  await host.open('plain')
  await host.hears('APP_MOUNTED')
  await context.setOffline(true)
  await host.hears('APP_OFFLINE')
  await context.setOffline(false)
  await host.hears('APP_ONLINE')
})

test('events name ids and codes, and nothing that a person typed (E16)', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { jsRedirect: 'true' })
  const journey = new FramedJourney(host.frame)
  await journey.connect('greatday_nomfa')
  await journey.share()
  await host.hears('REDIRECT')
  const told = JSON.stringify(await host.told())
  for (const secret of ['greatday_nomfa', 'Everyday', 'Chequing']) expect(told).not.toContain(secret)
})
