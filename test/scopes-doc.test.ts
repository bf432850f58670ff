import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeScopes } from '#lib/consents/describe-scopes.ts'

it('docs/scopes.md says what the catalogue says: scopes, FDX clusters, plain words in each language (FX5)', () => {
  const stored = readFileSync(new URL('../docs/scopes.md', import.meta.url), 'utf8')
  expect(stored, 'run `npm run docs:scopes`').toBe(describeScopes())
})
