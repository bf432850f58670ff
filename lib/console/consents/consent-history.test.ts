import { describe, expect, it } from 'vitest'
import { consentHistory } from './consent-history.ts'

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n))
const consent = {
  id: 'con_2',
  kind: 'express',
  decision: 'given',
  decidedAt: day(10),
  expiresAt: day(100),
  withdrawnAt: null,
} as const
const kindsOf = (change: Partial<Parameters<typeof consentHistory>[0]>, now = day(50)): string[] =>
  consentHistory({ ...consent, ...change }, { others: [], notices: [] }, now).map(
    ({ kind, isAhead }) => `${kind}${isAhead ? ' ahead' : ''}`,
  )

describe('what became of a consent', () => {
  it('tells its answer and the one end that counts, also where that is ahead', () => {
    expect(kindsOf({})).toEqual(['given', 'ended ahead'])
    expect(kindsOf({}, day(101))).toEqual(['given', 'ended'])
    expect(kindsOf({ withdrawnAt: day(20) })).toEqual(['given', 'withdrawn'])
    expect(kindsOf({ withdrawnAt: day(60) })).toEqual(['given', 'withdrawn ahead'])
    expect(kindsOf({ withdrawnAt: day(120) })).toEqual(['given', 'ended ahead'])
    expect(kindsOf({ kind: 'attested' })[0]).toBe('attested')
    expect(kindsOf({ decision: 'declined', expiresAt: null })).toEqual(['declined'])
  })

  it('tells in order which it renews, which renewed it, and what was told of its end', () => {
    const others = [
      { id: 'con_1', decidedAt: day(1) },
      { id: 'con_3', decidedAt: day(95) },
    ]
    const notices = [{ notice: '30', at: day(70) }]
    const told = consentHistory(consent, { others, notices }, day(99))
    expect(told.map(({ kind, consentId }) => [kind, consentId])).toEqual([
      ['given', null],
      ['renews', 'con_1'],
      ['notice_30', null],
      ['renewed', 'con_3'],
      ['ended', null],
    ])
  })
})
