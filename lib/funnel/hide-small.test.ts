import { expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import { smallestGroup } from './funnel.ts'
import { hideSmall } from './hide-small.ts'

const sizesOf = (groups: readonly { visits: number }[]) => groups.map(({ visits }) => visits)
const shown = (...sizes: number[]) => {
  const { groups, together } = hideSmall(sizes.map((visits) => ({ visits })))
  return [sizesOf(groups), sizesOf(together)]
}

it('shows large groups, largest first, and small ones together', () => {
  expect(shown(9, 40, 5)).toEqual([[40, 9, 5], []])
  expect(shown(40, 3, 4, 20)).toEqual([
    [40, 20],
    [4, 3],
  ])
  expect(shown()).toEqual([[], []])
})

it('gives a single small group company, for else the total less the others would tell it', () => {
  expect(shown(40, 20, 2)).toEqual([[40], [20, 2]])
  expect(shown(3)).toEqual([[], [3]])
})

it('nothing that is shown, alone or together with others, has fewer visits than five', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }), (sizes) => {
      const { groups, together } = hideSmall(sizes.map((visits) => ({ visits })))
      const rest = sizesOf(together).reduce((sum, visits) => sum + visits, 0)
      expect(groups.every(({ visits }) => visits >= smallestGroup)).toBe(true)
      expect(groups.length === 0 || together.length === 0 || rest >= smallestGroup).toBe(true)
      expect([...sizesOf(groups), ...sizesOf(together)].sort()).toEqual(sizes.toSorted())
    }),
  )
})
