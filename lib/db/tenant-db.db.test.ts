import { expect, it } from 'vitest'
import type { TenantId } from '#lib/kit/ids.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { tenantDb } from './tenant-db.ts'

withTestDatabase()

it('the views of tenants that were asked for last are kept, and of however many others none', () => {
  const view = (n: number) => tenantDb(`ten_${n}` as TenantId)
  const [first, busy] = [view(0), view(1)]
  for (let n = 2; n < 2_000; n++) {
    view(n)
    expect(view(1)).toBe(busy)
  }
  expect(view(0)).not.toBe(first)
  expect(view(1_999)).toBe(view(1_999))
})
