import { expect, it } from 'vitest'
import { changesBetween } from './changes-between.ts'

it('tells of a change what differs, before and after, and leaves out what stayed', () => {
  const before = { name: 'A', size: 1, scopes: ['x'], gone: true }
  const after = { name: 'B', size: 1, scopes: ['x'], isNew: false }
  expect(changesBetween(before, after)).toEqual({
    'before.name': 'A',
    'after.name': 'B',
    'before.gone': true,
    'after.isNew': false,
  })
})
