import { afterEach, describe, expect, it, vi } from 'vitest'
import { isId, mintId } from './ids.ts'

const mintMany = (count: number) => Array.from({ length: count }, () => mintId('lnk'))

describe('an id', () => {
  afterEach(() => void vi.useRealTimers())

  it('sorts behind every earlier one, also within one millisecond', () => {
    vi.useFakeTimers()
    const ids = mintMany(10_000)
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => isId('lnk', id))).toBe(true)
  })

  it('sorts behind the earlier ones where the clock was set back', () => {
    vi.useFakeTimers()
    const before = mintId('lnk')
    vi.setSystemTime(Date.now() - 60_000)
    expect(mintId('lnk') > before).toBe(true)
  })

  it('is not told by its neighbour of the same millisecond', () => {
    vi.useFakeTimers()
    const [first = '', second = '', third = ''] = mintMany(3)
    const stepOf = (from: string, to: string) =>
      [...to].filter((letter, index) => letter !== from[index]).length
    expect(stepOf(first, second)).toBeGreaterThan(3)
    expect(stepOf(second, third)).toBeGreaterThan(3)
  })
})
