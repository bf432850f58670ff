import type { Frame, Page } from '@playwright/test'

/** Instants in milliseconds since the page was asked for; `shift` has no unit. */
export type Vitals = {
  readonly firstPaint: number
  readonly largestPaint: number
  readonly blocked: number
  readonly shift: number
}

/** Runs in each document before anything else does. A task blocks for what it takes beyond 50 ms. */
const watch = () => {
  const seen = { firstPaint: 0, largestPaint: 0, blocked: 0, shift: 0 }
  Object.assign(window, { vitals: seen })
  const on = (type: string, each: (entry: PerformanceEntry & { value?: number }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime
  })
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaint = startTime
  })
  on('longtask', ({ duration }) => {
    seen.blocked += duration - 50
  })
  on('layout-shift', ({ value = 0 }) => {
    seen.shift += value
  })
}

export const watchVitals = (page: Page): Promise<void> => page.addInitScript(watch).then(() => undefined)

/**
 * The largest paint is told a frame later than the first: who asks too early hears of none. A frame that stands out of
 * sight is never told of one, and stays without.
 */
export const vitalsOf = async (page: Page | Frame): Promise<Vitals> => {
  await page.waitForLoadState('load')
  const isTold = () => {
    const { firstPaint, largestPaint } = (window as unknown as { vitals: Vitals }).vitals
    return firstPaint > 0 && largestPaint > 0
  }
  await page.waitForFunction(isTold, undefined, { timeout: 5_000 }).catch(() => undefined)
  return page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
}

/** A cheap phone: a processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms to and fro. */
export const slowDown = async (page: Page): Promise<void> => {
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await client.send('Network.enable')
  const network = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 }
  await client.send('Network.emulateNetworkConditions', { offline: false, ...network })
}
