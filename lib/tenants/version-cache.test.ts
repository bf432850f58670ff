import { describe, expect, it } from 'vitest'
import { VersionCache } from './version-cache.ts'

const counted = () => {
  const reads: string[] = []
  const read = (key: string) => async () => {
    reads.push(key)
    return key.toUpperCase()
  }
  return { reads, read }
}

describe('the cache of published versions', () => {
  it('reads a version once, also when asked twice at the same time', async () => {
    const { reads, read } = counted()
    const cache = new VersionCache<string>()
    expect(await Promise.all([cache.get('a', read('a')), cache.get('a', read('a'))])).toEqual(['A', 'A'])
    await cache.get('a', read('a'))
    expect(reads).toEqual(['a'])
  })

  it('never holds more than its limit, and lets go of what was unused for longest', async () => {
    const { reads, read } = counted()
    const cache = new VersionCache<string>(2)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(key, read(key))
    expect(reads).toEqual(['a', 'b', 'c', 'b'])
  })

  it('reads again what could not be read', async () => {
    const cache = new VersionCache<string>()
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await cache.get('a', async () => 'up')).toBe('up')
  })
})
