import { expect, type Frame, test } from '@playwright/test'
import { FramedJourney, HostPage } from './pages/host-page.ts'
import { shiftsOf, sumOf, watchShifts } from './pages/shifts.ts'
import { addresses } from './stack/addresses.ts'

const sizes = { phone: { width: 360, height: 640 }, desktop: { width: 1280, height: 800 } } as const

for (const kind of ['plain', 'inline'] as const)
  for (const [name, size] of Object.entries(sizes))
    test(`nothing moves by itself: inside a ${kind} frame not at all, around it hardly, on a ${name}`, async ({
      page,
    }) => {
      await page.setViewportSize(size)
      await watchShifts(page)
      const host = new HostPage(page)
      await host.open(kind)
      const journey = new FramedJourney(host.frame)
      await host.frame.getByRole('heading', { level: 1 }).waitFor()
      const frame = page.frames().find((one) => one.url().startsWith(addresses.portal())) as Frame
      const expectStill = async (step: string) => {
        await frame.waitForURL((url) => url.pathname.endsWith(`/${step}`))
        await frame.waitForLoadState('load')
        // Less than a thousandth is a letter that another font sets a little narrower.
        const inside = await shiftsOf(frame)
        expect.soft(sumOf(inside), `${step} ${JSON.stringify(inside)}`).toBeLessThan(0.001)
      }
      await expectStill('consent')
      await journey.agree()
      await expectStill('institution')
      await journey.choose()
      await expectStill('login')
      await journey.signIn('greatday_nomfa')
      await expectStill('accounts')
      const around = await shiftsOf(page)
      expect.soft(sumOf(around), JSON.stringify(around)).toBeLessThanOrEqual(0.1)
    })
