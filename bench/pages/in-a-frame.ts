import type { Browser, Frame, Page } from '@playwright/test'
import { FramedJourney, HostPage } from '../../e2e/pages/host-page.ts'
import { openPhone, type Row } from './phone.ts'
import { vitalsOf } from './vitals.ts'

const stepOf = (frame: Frame): string => new URL(frame.url()).pathname.split('/').at(-1) ?? ''

const acts: Readonly<Record<string, (journey: FramedJourney) => Promise<void>>> = {
  consent: (journey) => journey.agree(),
  institution: (journey) => journey.choose(),
  login: (journey) => journey.signIn('greatday'),
  mfa: (journey) => journey.answer('Triangle'),
  accounts: (journey) => journey.share(),
}

/** The frame is of another site and so of another process, which the page's own wire does not show. */
const watchFrame = (page: Page, portal: string) => {
  let sizes: Promise<{ responseBodySize: number; responseHeadersSize: number }>[] = []
  page.on('requestfinished', (request) => {
    if (request.url().startsWith(portal)) sizes.push(request.sizes())
  })
  return async () => {
    const all = (await Promise.all(sizes)).filter(({ responseBodySize }) => responseBodySize > 0)
    sizes = []
    const bytes = all.reduce((sum, one) => sum + one.responseBodySize + one.responseHeadersSize, 0)
    return { requests: all.length, bytes }
  }
}

/** A whole visit inside a page of the business, cold at its first screen, and how that page itself moved meanwhile. */
export const walkInAFrame = async (
  browser: Browser,
  portal: string,
  kind: 'plain' | 'inline',
): Promise<Row[]> => {
  const { page, close } = await openPhone(browser, true)
  const look = watchFrame(page, portal)
  const host = new HostPage(page)
  await page.goto(HostPage.addressOf(kind), { waitUntil: 'load' })
  const journey = new FramedJourney(host.frame)
  await host.frame.getByRole('heading', { level: 1 }).waitFor()
  const frame = page.frames().find((one) => one.url().startsWith(portal))
  if (!frame) throw new Error('no frame of the portal')
  const rows: Row[] = []
  let around = await vitalsOf(page)
  for (;;) {
    await frame.waitForURL((url) => !url.pathname.endsWith('/connecting'), { timeout: 30_000 })
    const step = stepOf(frame)
    rows.push({ step, ...(await vitalsOf(frame)), ...(await look()) })
    const act = acts[step]
    if (!act) break
    // With the last step the frame is taken away, which is the page's own affair.
    around = await vitalsOf(page)
    await act(journey)
    if (step === 'accounts') await host.hears('REDIRECT')
    else await frame.waitForURL((url) => !url.pathname.endsWith(`/${step}`), { timeout: 30_000 })
    if (step === 'accounts') break
  }
  rows.push({ step: 'the page around it', ...around, requests: 0, bytes: 0 })
  await close()
  return rows
}
