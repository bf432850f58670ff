import { expect, it } from 'vitest'
import { pageOf } from './list-page.ts'

it('shows a page and says where the next begins, only while more follow', () => {
  const idOf = (row: string) => `id-${row}`
  expect(pageOf(['c', 'b', 'a'], idOf, { size: 2 })).toEqual({ shown: ['c', 'b'], next: 'id-b' })
  expect(pageOf(['c', 'b'], idOf, { size: 2 })).toEqual({ shown: ['c', 'b'], next: null })
  expect(pageOf([], idOf, { size: 2 })).toEqual({ shown: [], next: null })
})
