import { expect, it } from 'vitest'
import { planParts } from './parts.ts'
import { readSettings } from './settings.ts'

const workerOf = (env: Record<string, string>) =>
  planParts(readSettings({}), env, 'dev').find(({ name }) => name === 'worker')

it('a worker has a bound on its memory, and the operator’s own comes first', () => {
  expect(workerOf({})?.env.NODE_OPTIONS).toContain('--max-old-space-size=')
  const own = { NODE_OPTIONS: '--max-old-space-size=1024' }
  expect(workerOf(own)?.env.NODE_OPTIONS).toBe(own.NODE_OPTIONS)
})
