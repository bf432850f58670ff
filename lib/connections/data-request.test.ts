import { describe, expect, it } from 'vitest'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import { lifeOf } from './data-request.ts'

const start = new Date('2026-03-18T14:00:00Z')
const at = (minutes: number): Date => later(start, minutes * minuteMs)
const logging = { askedAt: start, authorizedAt: null, readAt: null }
const authorized = { ...logging, authorizedAt: at(5) }
const reading = { ...authorized, readAt: at(12) }

describe('a data request', () => {
  it.each([
    ['rests eight minutes while the bank asks', logging, 7.99, 8],
    ['rests eight minutes before it is first read, from the authorisation on', authorized, 12.99, 13],
    ['is read for thirty minutes', reading, 41.99, 42],
  ])('%s', (_, request, alive, dead) => {
    expect(lifeOf(request, at(alive))).toBe('open')
    expect(lifeOf(request, at(dead))).toBe('expired')
  })

  it('is known as expired for a day and then not at all', () => {
    expect(lifeOf(logging, later(at(8), dayMs - 1))).toBe('expired')
    expect(lifeOf(logging, later(at(8), dayMs))).toBe('forgotten')
  })
})
