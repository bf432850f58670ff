import { expect, type Page, test } from '@playwright/test'
import { BankPage } from './pages/bank-page.ts'
import { closedWithin } from './pages/closed-within.ts'
import { FramedJourney, HostPage } from './pages/host-page.ts'
import { addresses } from './stack/addresses.ts'

const goOn = (journey: FramedJourney) => journey.button(/^Continue to Harbour/)

const framed = async (page: Page, query: Record<string, string> = {}) => {
  const host = new HostPage(page)
  await host.open('plain', { demoOutbound: 'true', ...query })
  const journey = new FramedJourney(host.frame)
  await journey.agree()
  await expect(goOn(journey)).toBeVisible()
  return { host, journey }
}

const opened = async (page: Page, journey: FramedJourney): Promise<Page> => {
  const [popup] = await Promise.all([page.context().waitForEvent('page'), goOn(journey).click()])
  return popup
}

test('a bank’s own page opens beside the frame, and the frame goes on by itself', async ({ page }) => {
  const { host, journey } = await framed(page, { jsRedirect: 'true' })
  const popup = await opened(page, journey)
  await host.hears('POPUP_OPENED')
  await expect(host.frame.getByRole('status').filter({ hasText: 'Go on in the window' })).toBeVisible()
  for (const frame of page.frames()) expect(new URL(frame.url()).origin).not.toBe(addresses.bank())
  await new BankPage(popup).agree('greatday_nomfa')
  await expect(journey.button(/^Share/)).toBeVisible()
  await expect.poll(() => popup.isClosed()).toBe(true)
  await host.hears('COMPONENT_ACCEPT_PROVIDER_CONSENT')
  await journey.share()
  await host.hears('REDIRECT')
})

test('a window that was closed is noticed within two seconds, and may be opened again (E9)', async ({
  page,
}) => {
  await page.clock.install()
  const { host, journey } = await framed(page)
  const popup = await opened(page, journey)
  await popup.waitForURL((url) => url.origin === addresses.bank())
  await closedWithin(2_000, page, popup)
  await expect(host.frame.getByText('The window of Harbour Open Bank is closed')).toBeVisible()
  await page.clock.resume()
  const again = await opened(page, journey)
  await new BankPage(again).agree('greatday_nomfa')
  await expect(journey.button(/^Share/)).toBeVisible()
})

test('a window that the browser refuses is explained, with another way (E9)', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null
  })
  const { host, journey } = await framed(page)
  await goOn(journey).click()
  await host.hears('POPUP_BLOCKED')
  await expect(host.frame.getByText('Your browser did not open the window')).toBeVisible()
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    journey.button(/in a new tab/).click(),
  ])
  await new BankPage(tab).agree('greatday_nomfa')
  await expect(journey.button(/^Share/)).toBeVisible()
})

test('with `oauthWindowRedirect` the bank takes the whole window, and the visit goes on there', async ({
  page,
}) => {
  const redirectUrl = `${addresses.business()}/connected?state=abc`
  const { journey } = await framed(page, { oauthWindowRedirect: 'true', redirectUrl })
  await goOn(journey).click()
  await new BankPage(page).agree('greatday_nomfa')
  await page.waitForURL(/\/connect\/ses_[^/]+\/accounts/)
  await new FramedJourney(page).share()
  await page.waitForURL(/\/connected\?/)
  expect(new URL(page.url()).searchParams.get('state')).toBe('abc')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the bank opens in a tab, which says that it may be closed, and the frame is where the visit goes on', async ({
    page,
  }) => {
    const { host, journey } = await framed(page)
    const tab = await opened(page, journey)
    await new BankPage(tab).agree('greatday_nomfa')
    await expect(tab.getByRole('main')).toContainText('You can close this window')
    await host.frame.getByRole('link', { name: /^I have finished at/ }).click()
    await expect(journey.button(/^Share/)).toBeVisible()
  })
})
