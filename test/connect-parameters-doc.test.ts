import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeParameters } from '#lib/compat/connect/describe-parameters.ts'

it('docs/connect-parameters.md says what the tables say', () => {
  const stored = readFileSync(new URL('../docs/connect-parameters.md', import.meta.url), 'utf8')
  expect(stored, 'run `npm run docs:parameters`').toBe(describeParameters())
})
