import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isClientCredential } from '#lib/tenants/client-credential.ts'
import { getTenant } from '#lib/tenants/tenant-store.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { dataApiCommands as commands } from './data-api.ts'

withTestDatabase()
afterEach(() => {
  vi.restoreAllMocks()
})

/** Runs a command; answers what it printed. */
const typed = async (name: keyof typeof commands, ...words: string[]): Promise<string> => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await commands[name].run(words)
  const told = said.mock.calls.flat().join('\n')
  said.mockRestore()
  return told
}

describe('what an operator does for the data API', () => {
  it('gives a key, shown once with the customer id, and ends all of a kind', async () => {
    const { db, slug, customerId } = await aTenant()
    const told = await typed('data-key', slug, '--secret')
    const [, key = ''] = /secret {2}(\S+)/.exec(told) ?? []
    expect(told).toContain(customerId)
    expect(await isClientCredential(db, ['secret'], key)).toBe(true)
    expect(await isClientCredential(db, ['x_api_key'], key)).toBe(false)
    expect(await typed('revoke-data-keys', slug, '--secret')).toBe('1 revoked.')
    expect(await isClientCredential(db, ['secret'], key)).toBe(false)
  })

  it('takes over a key that a server has already, but no short one', async () => {
    const { db, slug } = await aTenant()
    const key = randomUUID()
    await typed('data-key', slug, '--x-api-key', '--adopt', key)
    expect(await isClientCredential(db, ['x_api_key'], key.toUpperCase())).toBe(true)
    await expect(typed('data-key', slug, '--x-api-key', '--adopt', 'secret')).rejects.toThrow(/at least 32/)
    await expect(typed('data-key', slug)).rejects.toThrow(/--secret or --x-api-key/)
  })

  it('turns logins by API on and off, and leaves a line in the log', async () => {
    const { db, slug } = await aTenant()
    await typed('login-by-api', slug, 'on')
    expect((await getTenant(db.tenantId)).mayLinkByApi).toBe(true)
    await typed('login-by-api', slug, 'off')
    expect((await getTenant(db.tenantId)).mayLinkByApi).toBe(false)
    const entries = await db.tables.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['login_by_api.on', 'login_by_api.off'])
    await expect(typed('login-by-api', slug, 'perhaps')).rejects.toThrow(/on or off/)
  })
})
