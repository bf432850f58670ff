import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeJourney } from '#lib/journey/describe-journey.ts'

it('docs/journey.md says what the table says', () => {
  const stored = readFileSync(new URL('../docs/journey.md', import.meta.url), 'utf8')
  expect(stored, 'run `npm run docs:journey`').toBe(describeJourney())
})
