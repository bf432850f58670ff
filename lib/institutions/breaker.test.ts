import { describe, expect, it } from 'vitest'
import { later, secondMs } from '#lib/kit/clock.ts'
import { breakerOf, openMs, triedAgainAt, type WayTries } from './breaker.ts'

const failedAt = new Date('2026-06-01T12:00:00Z')
const probesAt = later(failedAt, openMs)
const failing: WayTries = {
  answered: 1,
  failed: 5,
  lastFailedAt: failedAt,
  lastAnsweredAt: later(failedAt, -60 * secondMs),
  lastBegunAt: null,
  limited: 0,
  restsUntil: null,
}
const since = (seconds: number): Date => later(failedAt, seconds * secondMs)
const probing = (seconds: number): Date => later(probesAt, seconds * secondMs)

describe('the breaker of a way to a bank', () => {
  it.each<[string, Partial<WayTries>, Date, string]>([
    ['is closed while few tries fail', { failed: 4 }, since(1), 'closed'],
    ['is closed while most tries are answered', { answered: 6 }, since(1), 'closed'],
    ['is closed where nothing failed', { failed: 0, lastFailedAt: null }, since(1), 'closed'],
    ['opens when too many fail', {}, since(0), 'open'],
    ['stays open for a while', {}, later(probesAt, -1), 'open'],
    ['stays open for a login that was under way', { lastAnsweredAt: since(30) }, since(40), 'open'],
    ['then lets one try through', {}, probesAt, 'half_open'],
    ['and no second one beside it', { lastBegunAt: probing(1) }, probing(2), 'open'],
    ['but for one that began before', { lastBegunAt: since(30) }, probing(2), 'half_open'],
    ['closes when the try is answered', { lastAnsweredAt: probing(3) }, probing(4), 'closed'],
    ['stays open when it fails', { failed: 6, lastFailedAt: probing(3) }, probing(4), 'open'],
    [
      'opens at the next failure as long as the former count',
      { failed: 6, lastAnsweredAt: probing(3), lastFailedAt: probing(9) },
      probing(10),
      'open',
    ],
  ])('%s', (_, tries, now, state) => {
    expect(breakerOf({ ...failing, ...tries }, now).state).toBe(state)
  })

  it('opens for as long as a bank asks to be left alone, once it has said so to more than one', () => {
    const restsUntil = since(300)
    const well = { ...failing, failed: 2, answered: 100, restsUntil }
    expect(breakerOf({ ...well, limited: 1 }, since(1)).state).toBe('closed')
    expect(breakerOf({ ...well, limited: 2 }, since(1))).toEqual({ state: 'open', until: restsUntil })
    expect(breakerOf({ ...well, limited: 2 }, restsUntil).state).toBe('closed')
  })

  it('says when a way that is left alone is tried again, and nothing where it is tried', () => {
    expect(triedAgainAt(failing, since(1))).toEqual(probesAt)
    expect(triedAgainAt(failing, probesAt)).toBeNull()
    expect(triedAgainAt({ ...failing, lastBegunAt: probing(1) }, probing(2))).toBeNull()
    const restsUntil = since(300)
    expect(triedAgainAt({ ...failing, limited: 2, restsUntil }, since(1))).toEqual(restsUntil)
  })
})
