import type { Page } from '@playwright/test'

/** Far enough ahead that the clock can stop there, however slow the machine. */
const aheadMs = 10_000

/**
 * Closes a window beside a page whose clock is Playwright's, and lets just so much time pass there: the machine may be
 * slow, and what comes later than that never comes.
 */
export const closedWithin = async (ms: number, page: Page, window: Page): Promise<void> => {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + aheadMs)
  await window.close()
  await page.clock.runFor(ms)
}
