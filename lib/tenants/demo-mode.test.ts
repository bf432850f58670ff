import { expect, it } from 'vitest'
import { demoOf } from './demo-mode.ts'

const no = { byAddress: false, byLink: false }

it.each([
  ['anyone', no, false],
  ['anyone', { ...no, byAddress: true }, true],
  ['links', no, false],
  ['links', { ...no, byLink: true }, true],
  ['links', { byAddress: true, byLink: true }, true],
  ['always', no, true],
] as const)('of %s, %j makes a demo: %s', (demoMode, wish, value) => {
  expect(demoOf({ demoMode }, wish)).toEqual({ ok: true, value })
})

it('an address that may not ask for a demo opens no real visit in its place', () => {
  expect(demoOf({ demoMode: 'links' }, { ...no, byAddress: true })).toEqual({ ok: false, reason: 'demo_off' })
})
