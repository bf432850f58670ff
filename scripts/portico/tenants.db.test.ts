import { afterEach, describe, expect, it, vi } from 'vitest'
import { listTeam } from '#lib/staff/membership-store.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { tenantNamed } from './tenant-named.ts'
import { tenantCommands } from './tenants.ts'

withTestDatabase()
afterEach(() => {
  vi.restoreAllMocks()
})

const typed = async (...words: string[]): Promise<string> => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await tenantCommands.tenant.run(words)
  return said.mock.calls.flat().join('\n')
}

describe('an operator makes a tenant', () => {
  it('with its first owner, whose one-time link is printed', async () => {
    const told = await typed('create', '--slug', 'birch', '--name', 'Birch', '--owner', 'Ann@Birch.example')
    expect(told).toMatch(/^http.*\/admin\/open\/[\w-]{20,}$/m)
    const team = await listTeam(await tenantNamed('birch'))
    expect(team).toMatchObject([{ role: 'owner', joinedAt: null, member: { email: 'ann@birch.example' } }])
  })

  it('alone, and is told the next step', async () => {
    expect(await typed('create', '--slug', 'elm', '--name', 'Elm')).toContain('admin invite --tenant elm')
    expect(await typed('list')).toContain('elm  Elm')
  })

  it.each([
    [['--slug', 'Not Plain', '--name', 'A'], /--slug/],
    [['--name', 'A'], /--slug/],
    [['--slug', 'ash'], /--name/],
    [['--slug', 'ash', '--name', 'Ash', '--owner', 'nobody'], /--owner/],
  ])('and is told what cannot be taken: %s', async (words, says) => {
    await expect(typed('create', ...words)).rejects.toThrow(says)
    await expect(tenantNamed('ash'), 'nothing is half made').rejects.toThrow(/No tenant/)
  })

  it('and is told that a name is taken', async () => {
    const { slug } = await aTenant()
    await expect(typed('create', '--slug', slug, '--name', 'Again')).rejects.toThrow(/already/)
  })
})
