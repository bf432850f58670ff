import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { walkThrough } from './pages/walk.ts'
import { bytesOf, watchWire } from './pages/wire.ts'

const kilo = 1_024

test('the first screen asks for little, and a whole visit weighs less than a photograph', async ({
  page,
  baseURL,
}) => {
  const wire = await watchWire(page, baseURL ?? '')
  const journey = new Journey(page)
  await page.goto('/e/maple?language=en', { waitUntil: 'networkidle' })
  const first = [...wire()]
  expect(first.length).toBeLessThanOrEqual(4)
  expect(bytesOf(first, 'Script')).toBeLessThanOrEqual(12 * kilo)
  await journey.button(journey.words.start).click()
  await walkThrough(journey, aPerson(), async () => undefined)
  expect(bytesOf(wire(), 'Script')).toBeLessThanOrEqual(12 * kilo)
  expect(bytesOf(wire())).toBeLessThanOrEqual(120 * kilo)
})
