import { expect, it } from 'vitest'
import { Latest } from './latest.ts'

it('holds so many entries and no more: those that were put or asked for last', () => {
  const latest = new Latest<number>(3)
  for (const [at, key] of ['a', 'b', 'c'].entries()) latest.set(key, at)
  expect(latest.get('a')).toBe(0)
  latest.set('d', 3)
  expect(['a', 'b', 'c', 'd'].map((key) => latest.get(key))).toEqual([0, undefined, 2, 3])
  latest.delete('c')
  expect(latest.get('c')).toBeUndefined()
})

it('lets go of the first put, however many come', () => {
  const latest = new Latest<string>(100)
  for (let n = 0; n < 10_000; n++) latest.set(`ten_${n}`, 'its')
  const held = Array.from({ length: 10_000 }, (_, n) => latest.get(`ten_${n}`)).filter(Boolean)
  expect(held).toHaveLength(100)
})
