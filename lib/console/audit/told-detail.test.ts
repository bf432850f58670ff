import { expect, it } from 'vitest'
import { toldDetail } from './told-detail.ts'

it('sets before and after of a field beside each other, and takes anything else for what was done', () => {
  const detail = { 'before.role': 'support', 'after.role': 'owner', 'after.size': 2, changed: 'url' }
  expect(toldDetail(detail)).toEqual([
    { field: 'role', before: 'support', after: 'owner' },
    { field: 'size', before: null, after: '2' },
    { field: 'changed', before: null, after: 'url' },
  ])
})
