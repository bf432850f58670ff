import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, later, minuteMs } from '#lib/kit/clock.ts'
import {
  dueAt,
  mostFailures,
  needsAnswer,
  nextTurn,
  nightlyStandingOf,
  pauseMsAfter,
  turnOf,
  windowAt,
} from './nightly.ts'

const opensAt = new Date('2026-03-18T04:00:00Z')
const now = new Date('2026-03-18T07:59:00Z')
const yesterday = later(opensAt, -dayMs)
const healthy = {
  refreshedAt: yesterday,
  refreshFailures: 0,
  refreshFault: null,
  calledAt: yesterday,
  linkedAt: later(now, -90 * dayMs),
}
const world = { now, hasConsent: true, hearsByWebhook: false }

describe('a night', () => {
  it('is open from four to eight, UTC', () => {
    expect(windowAt(opensAt)).toEqual(opensAt)
    expect(windowAt(now)).toEqual(opensAt)
    expect(windowAt(later(opensAt, -1))).toBeNull()
    expect(windowAt(later(opensAt, 4 * hourMs))).toBeNull()
  })

  it('gives each login a turn of its own, spread over the whole window', () => {
    const turns = Array.from({ length: 4_800 }, (_, index) => turnOf(`cnx_${index}`))
    expect(Math.min(...turns)).toBe(0)
    expect(Math.max(...turns)).toBe(239)
    const fullest = Math.max(
      ...Array.from({ length: 240 }, (_, minute) => turns.filter((one) => one === minute).length),
    )
    expect(fullest).toBeLessThan(50)
  })

  it('backs off from a bank that fails, to a day at most', () => {
    expect([0, 1, 2, 5].map((failures) => pauseMsAfter(failures) / minuteMs)).toEqual([0, 5, 10, 80])
    expect(pauseMsAfter(40)).toBe(dayMs)
  })

  it('reads a login once its turn has come, later where it failed, and once', () => {
    const one = { id: 'cnx_1', refreshedAt: yesterday, refreshTriedAt: null, refreshFailures: 0 }
    const turn = later(opensAt, turnOf('cnx_1') * minuteMs)
    expect(dueAt(one, opensAt)).toEqual(turn)
    expect(dueAt({ ...one, refreshTriedAt: yesterday, refreshFailures: 40 }, opensAt)).toEqual(turn)
    const failed = { ...one, refreshTriedAt: turn, refreshFailures: 2 }
    expect(dueAt(failed, opensAt)).toEqual(later(turn, 10 * minuteMs))
    for (const refreshedAt of [opensAt, later(opensAt, 20 * hourMs)])
      expect(dueAt({ ...one, refreshedAt }, opensAt)).toEqual(later(turn, dayMs))
  })

  it('is the first that begins after an instant, for who was read then', () => {
    const turn = later(opensAt, turnOf('cnx_1') * minuteMs)
    expect(nextTurn('cnx_1', later(opensAt, -1))).toEqual(turn)
    expect(nextTurn('cnx_1', opensAt)).toEqual(later(turn, dayMs))
    expect(nextTurn('cnx_1', later(turn, 1))).toEqual(later(turn, dayMs))
  })
})

describe('a login at night', () => {
  it.each([
    ['that is well takes part', {}, {}, true, 'Completed'],
    ['whose bank was down is tried again', { refreshFault: 'bank_unavailable' }, {}, true, 'WaitingForBank'],
    [
      'whose session ended is tried again',
      { refreshFault: 'bank_session_expired' },
      {},
      true,
      'WaitingForBank',
    ],
    [
      'that was asked something waits for the person',
      { refreshFault: needsAnswer },
      {},
      false,
      'AnsweringSecurityChallenge',
    ],
    [
      'whose password was changed waits for the person',
      { refreshFault: 'wrong_credentials' },
      {},
      false,
      'PersonMustAct',
    ],
    ['that failed too often is given up', { refreshFailures: mostFailures }, {}, false, 'GivenUp'],
    ['without a consent is not read', {}, { hasConsent: false }, false, 'ConsentEnded'],
    [
      'that was not read for a week is left out',
      { refreshedAt: later(now, -7 * dayMs) },
      {},
      false,
      'NotRefreshedLately',
    ],
    ['that nobody asks for is left out', { calledAt: null }, {}, false, 'NotCalledLately'],
    [
      'that nobody asks for goes on where a webhook listens',
      { calledAt: null },
      { hearsByWebhook: true },
      true,
      'Completed',
    ],
  ])('%s', (_, facts, more, isEligible, state) => {
    const standing = nightlyStandingOf({ ...healthy, ...facts }, { ...world, ...more })
    expect(standing).toMatchObject({ isEligible, state })
  })
})
