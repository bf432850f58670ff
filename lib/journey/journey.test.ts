import { describe, expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import type { Facts } from './facts.ts'
import { currentStep, forget, mayVisit, pathOf, placeOf, previousStep } from './journey.ts'
import { orderPresets } from './order-presets.ts'
import { stepIds } from './step-ids.ts'
import type { AttemptStanding, Visit } from './visit.ts'

const at = '2026-01-02T03:04:05.000Z'
const identity = { at, claimId: 'idc_1' }
const consent = { at, consentId: 'con_1', decision: 'given' as const, optional: [] }
const institution = { at, institutionId: 14 }
const attemptFact = { at, attemptId: 'att_1' }
const accounts = { at, accountIds: ['a'] }

const standing = (status: AttemptStanding['status'], hasAccounts = false): AttemptStanding => ({
  status,
  hasAccounts,
})
const visit = (facts: Facts, more: Partial<Visit> = {}): Visit => ({
  preset: 'express',
  facts,
  asksIdentity: true,
  asksProof: true,
  asksAccounts: true,
  attempt: null,
  needsReview: false,
  hasEnded: false,
  ...more,
})

const untilLogin: Facts = { identity, verified: identity, consent, institution }
const loggedIn: Facts = { ...untilLogin, attempt: attemptFact }

describe('the step that is due', () => {
  it.each([
    ['identity', visit({})],
    ['verify', visit({ identity })],
    ['consent', visit({ identity, verified: identity })],
    ['institution', visit({ identity, verified: identity, consent })],
    ['login', visit(untilLogin)],
    ['login', visit(loggedIn, { attempt: standing('failed') })],
    ['login', visit(loggedIn, { attempt: standing('degraded') })],
    ['mfa', visit(loggedIn, { attempt: standing('challenged') })],
    ['connecting', visit(loggedIn, { attempt: standing('working') })],
    ['connecting', visit(loggedIn, { attempt: standing('linked') })],
    ['accounts', visit(loggedIn, { attempt: standing('linked', true) })],
    ['review', visit(loggedIn, { attempt: standing('linked', true), needsReview: true })],
    ['review', visit({ ...loggedIn, accounts }, { attempt: standing('linked', true), needsReview: true })],
    ['login', visit(loggedIn, { attempt: standing('failed'), needsReview: true })],
    ['done', visit({ ...loggedIn, accounts }, { attempt: standing('linked', true) })],
    ['done', visit({}, { hasEnded: true })],
    ['consent', visit({}, { preset: 'connect', asksIdentity: false })],
    ['institution', visit({ identity, verified: identity }, { preset: 'bank_first' })],
    ['consent', visit({ identity, verified: identity, institution }, { preset: 'bank_first' })],
  ])('is %s', (step, given) => {
    expect(currentStep(given)).toBe(step)
  })

  it('asks for a new code when the address changed after it was proven', () => {
    const changed = visit({ identity: { at, claimId: 'idc_2' }, verified: identity })
    expect(currentStep(changed)).toBe('verify')
  })

  it('never passes a refusal: nothing is due but the consent itself (CA1)', () => {
    expect(currentStep(visit({ ...untilLogin, consent: { ...consent, decision: 'declined' } }))).toBe(
      'consent',
    )
  })
})

describe('going back', () => {
  it('reopens what was answered and not what comes later', () => {
    const here = visit(untilLogin)
    expect(mayVisit(here, 'identity')).toBe(true)
    expect(mayVisit(here, 'verify')).toBe(false)
    expect(mayVisit(here, 'accounts')).toBe(false)
    expect(mayVisit(here, 'done')).toBe(false)
  })

  it('leads over steps that cannot be reopened', () => {
    expect(previousStep(visit({ identity, verified: identity }), 'consent')).toBe('identity')
    expect(previousStep(visit(loggedIn, { attempt: standing('challenged') }), 'mfa')).toBe('login')
  })

  it('leads from a review to what may be corrected, and never to the accounts', () => {
    const stopped = visit(loggedIn, { attempt: standing('linked', true), needsReview: true })
    for (const step of ['identity', 'institution', 'login'] as const)
      expect(mayVisit(stopped, step)).toBe(true)
    expect(mayVisit(stopped, 'accounts')).toBe(false)
    expect(placeOf(stopped, 'review')).toEqual(placeOf(stopped, 'accounts'))
  })

  it('ends where the visit ended', () => {
    const ended = visit(untilLogin, { hasEnded: true })
    expect(stepIds.filter((step) => mayVisit(ended, step))).toEqual(['done'])
    expect(previousStep(ended, 'done')).toBeNull()
  })
})

describe('changing an answer', () => {
  it('forgets the login and the accounts when another institution is chosen', () => {
    expect(forget({ ...loggedIn, accounts }, 'institution')).toEqual(untilLogin)
  })

  it('forgets the proof of an address that is given anew', () => {
    expect(forget({ identity, verified: identity, consent }, 'identity')).toEqual({ identity, consent })
  })
})

describe('the number of a step', () => {
  it('does not jump when a bank asks a question', () => {
    const asked = visit(loggedIn, { attempt: standing('challenged') })
    expect(placeOf(asked, 'mfa')).toEqual(placeOf(visit(untilLogin), 'login'))
    expect(placeOf(asked, 'login')).toEqual({ at: 4, of: 5 })
  })
})

const anyVisit = fc.record({
  preset: fc.constantFrom(...(Object.keys(orderPresets) as Visit['preset'][])),
  asksIdentity: fc.boolean(),
  asksProof: fc.boolean(),
  asksAccounts: fc.boolean(),
  hasEnded: fc.boolean(),
  needsReview: fc.boolean(),
  facts: fc.record(
    {
      identity: fc.constant(identity),
      verified: fc.constantFrom(identity, { at, claimId: 'idc_other' }),
      consent: fc.constantFrom(consent, { ...consent, decision: 'declined' as const }),
      institution: fc.constant(institution),
      attempt: fc.constant(attemptFact),
      accounts: fc.constant(accounts),
    },
    { requiredKeys: [] },
  ),
  attempt: fc.option(
    fc.record({
      status: fc.constantFrom<AttemptStanding['status']>(
        'created',
        'redirected',
        'working',
        'challenged',
        'linked',
        'degraded',
        'failed',
        'abandoned',
        'revoked',
      ),
      hasAccounts: fc.boolean(),
    }),
  ),
}) as fc.Arbitrary<Visit>

describe('whatever has happened in a visit', () => {
  it('one step is due, it may be visited, and it lies on the path', () => {
    fc.assert(
      fc.property(anyVisit, (given) => {
        const due = currentStep(given)
        expect(mayVisit(given, due)).toBe(true)
        expect(pathOf(given)).toContain(due)
      }),
    )
  })

  it('back never leads forward and never to a step that may not be visited', () => {
    fc.assert(
      fc.property(anyVisit, fc.constantFrom(...stepIds), (given, step) => {
        const back = previousStep(given, step)
        if (back === null) return
        const path = pathOf(given)
        expect(path.indexOf(back)).toBeLessThan(path.indexOf(step))
        expect(mayVisit(given, back)).toBe(true)
      }),
    )
  })

  it('no bank is reached before a consent was given', () => {
    fc.assert(
      fc.property(anyVisit, (given) => {
        if (given.facts.consent?.decision === 'given' || given.hasEnded) return
        for (const step of ['login', 'mfa', 'connecting', 'accounts'] as const)
          expect(mayVisit(given, step)).toBe(false)
      }),
    )
  })
})
