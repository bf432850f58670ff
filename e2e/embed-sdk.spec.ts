import { expect, test } from '@playwright/test'
import { closedWithin } from './pages/closed-within.ts'
import { FramedJourney, HostPage } from './pages/host-page.ts'
import { addresses } from './stack/addresses.ts'

const outcome = '#outcome'

test('inline: the page gets the result, and the frame is as high as its content (E6)', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('inline')
  await host.hears('APP_RESIZE')
  const journey = new FramedJourney(host.frame)
  await journey.connect()
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.style.height)).not.toBe('760px')
  await journey.share()
  await expect(page.locator(outcome)).toHaveText(/^Connected: [0-9a-f-]{36}$/)
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('modal: focus stays inside, Escape closes, the focus returns and nothing is left (A13, E13)', async ({
  page,
}) => {
  const host = new HostPage(page)
  await host.open('modal')
  const opener = page.getByRole('button', { name: 'Connect your bank' })
  await opener.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') != null)
  await expect.poll(isInside).toBe(true)
  await expect(page.locator('html')).toHaveCSS('overflow', 'hidden')
  await dialog.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
  await expect(page.locator('html')).not.toHaveCSS('overflow', 'hidden')
  await expect(page.locator(outcome)).toHaveText('Nothing was connected: closed')
})

test('a modal that was closed opens again', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('modal')
  const opener = page.getByRole('button', { name: 'Connect your bank' })
  for (const round of [1, 2]) {
    await opener.click()
    await expect(host.frame.getByRole('heading', { level: 1 }), `round ${round}`).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
    await expect(page.locator('iframe')).toHaveCount(0)
  }
})

test('pop-up: the journey in a window of its own tells the page that opened it (E9)', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('popup')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect your bank' }).click()
  const popup = await opened
  const journey = new FramedJourney(popup)
  await journey.connect()
  await journey.share()
  await expect(page.locator(outcome)).toHaveText(/^Connected: /)
})

test('a window that the person closes is noticed within two seconds (E9)', async ({ page }) => {
  await page.clock.install()
  const host = new HostPage(page)
  await host.open('popup')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect your bank' }).click()
  await closedWithin(2_000, page, await opened)
  await expect(page.locator(outcome)).toHaveText('Nothing was connected: popup_closed')
})

test('what another window says in the frame’s name is dropped (E3)', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('inline')
  await host.hears('APP_MOUNTED')
  await page.evaluate((origin) => {
    const data = { step: 'REDIRECT', loginId: 'stolen' }
    dispatchEvent(new MessageEvent('message', { data, origin, source: window }))
    postMessage(data, '*')
  }, addresses.portal())
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(await host.steps()).not.toContain('REDIRECT')
  await expect(page.locator(outcome)).toBeEmpty()
})

test('two frames on a page do not hear each other (E5)', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('inline')
  await host.hears('APP_MOUNTED')
  const heard = await page.evaluate(async (portal) => {
    const container = document.createElement('div')
    document.body.append(container)
    const events: string[] = []
    const { connect } = (window as unknown as { Portico: typeof import('../embed/portico.ts') }).Portico
    const first = document.querySelectorAll('#events li').length
    await new Promise<void>((resolve) => {
      connect({
        portal,
        tenant: 'maple',
        container,
        parameters: { demo: true },
        onEvent: ({ step }) => {
          events.push(step)
          if (step === 'COMPONENT_LOAD_CONSENT') resolve()
        },
      })
    })
    return { events, more: document.querySelectorAll('#events li[data-step="APP_MOUNTED"]').length, first }
  }, addresses.portal())
  expect(heard.events).toContain('APP_MOUNTED')
  expect(heard.more).toBe(1)
})

test('after `destroy` nothing is heard any more (E13, E15)', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('inline')
  await host.hears('APP_MOUNTED')
  await page.evaluate(() => (window as unknown as { visit: { destroy(): void } }).visit.destroy())
  await expect(page.locator('iframe')).toHaveCount(0)
  await expect(page.locator(outcome)).toHaveText('Nothing was connected: destroyed')
})

test('a portal that never answers ends with a reason', async ({ page }) => {
  const host = new HostPage(page)
  await page.route(`${addresses.portal()}/v2/**`, () => undefined)
  await host.open('inline')
  const reason = await page.evaluate(async (portal) => {
    const { connect } = (window as unknown as { Portico: typeof import('../embed/portico.ts') }).Portico
    const visit = connect({ portal, container: document.body, timeoutMs: 50 })
    return visit.result.catch(({ reason }: { reason: string }) => reason)
  }, addresses.portal())
  expect(reason).toBe('timeout')
})
