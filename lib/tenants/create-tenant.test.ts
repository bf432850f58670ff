import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { newTenantSchema, reservedSlugs } from './create-tenant.ts'

const isUsable = (slug: string): boolean => newTenantSchema.shape.slug.safeParse(slug).success

it('no tenant takes an address of the console itself', () => {
  const folders = readdirSync('app/admin', { withFileTypes: true })
  const own = folders.filter((one) => one.isDirectory() && /^[a-z]/.test(one.name)).map(({ name }) => name)
  expect(own.toSorted()).toEqual(reservedSlugs)
  expect(own.filter(isUsable)).toEqual([])
  expect(isUsable('maple')).toBe(true)
})
