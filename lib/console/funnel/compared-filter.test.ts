import { expect, it } from 'vitest'
import { comparedFilter } from './compared-filter.ts'

const filter = { isDemo: false, from: '2026-03-01', to: '2026-03-07' }

it('compares with as many days before', () => {
  expect(comparedFilter(filter, 'period')).toMatchObject({ from: '2026-02-22', to: '2026-02-28' })
  const day = { ...filter, from: '2026-01-01', to: '2026-01-01' }
  expect(comparedFilter(day, 'period')).toMatchObject({ from: '2025-12-31', to: '2025-12-31' })
})

it('compares with the days or the version that somebody names', () => {
  const year = comparedFilter(filter, 'period', { since: '2025-03-01' })
  expect(year).toMatchObject({ from: '2025-03-01', to: '2025-03-07' })
  expect(comparedFilter({ ...filter, brandVersion: 4 }, 'brand', { version: 1 })).toMatchObject({
    brandVersion: 1,
  })
})

it('compares with the version before, where there is one', () => {
  expect(comparedFilter({ ...filter, brandVersion: 4 }, 'brand')).toMatchObject({ brandVersion: 3 })
  expect(comparedFilter({ ...filter, policyVersion: 1 }, 'policy')).toBeNull()
})
