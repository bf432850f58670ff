import { expect, it } from 'vitest'
import { whoActs } from './who-acts.ts'

it('says who must act: mostly the person, sometimes at their bank first, and nobody where it passes by itself', () => {
  expect(whoActs(null)).toBe('nobody')
  expect(whoActs('wrong_credentials')).toBe('person')
  expect(whoActs('consent_expired')).toBe('person')
  expect(whoActs('degraded')).toBe('person')
  expect(whoActs('login_locked')).toBe('person_at_bank')
  expect(whoActs('bank_unavailable')).toBe('nobody')
})
