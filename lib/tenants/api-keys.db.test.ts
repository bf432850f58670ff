import { describe, expect, it } from 'vitest'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { listApiKeys } from './api-key-store.ts'
import { createApiKey } from './create-api-key.ts'
import { findApiKey } from './find-api-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'

withTestDatabase()

const asked = { label: 'Back office', mode: 'live', scopes: ['links:write', 'sessions:read'] } as const
const aKey = async () => {
  const tenant = await aTenant()
  const made = await createApiKey(
    tenant.db,
    { ...asked, scopes: [...asked.scopes] },
    { actor: 'operator:test' },
  )
  return { ...tenant, ...made }
}
const now = new Date('2026-03-01T10:00:00Z')

describe('an API key', () => {
  it('opens its tenant, and nothing like it does', async () => {
    const { db, key, secret } = await aKey()
    expect(secret).toMatch(/^portico_live_[\w-]{43}$/)
    expect(await findApiKey(secret, now)).toMatchObject({ id: key.id, tenantId: db.tenantId, ...asked })
    for (const wrong of ['', 'x', `${secret}x`, secret.slice(0, -1), secret.toUpperCase(), '\0'])
      expect(await findApiKey(wrong, now)).toBeNull()
  })

  it('is known here by its hash alone', async () => {
    const { db, key, secret } = await aKey()
    const [row] = await db.tables.$queryRaw<{ row: string }[]>`
      select k::text as row from "ApiKey" k where id = ${key.id} and "tenantId" = ${db.tenantId}`
    expect(row?.row).toContain(secret.slice(-4))
    expect(row?.row).not.toContain(secret.slice(0, -4))
  })

  it('ends when it is revoked, once, and by its own tenant alone', async () => {
    const { db, key, secret } = await aKey()
    const stranger = await aTenant()
    expect(await revokeApiKey(stranger.db, key.id, { actor: 'operator:test', now })).toBe(false)
    expect(await findApiKey(secret, now)).not.toBeNull()
    expect(await revokeApiKey(db, key.id, { actor: 'operator:test', now })).toBe(true)
    expect(await findApiKey(secret, now)).toBeNull()
    expect(await revokeApiKey(db, key.id, { actor: 'operator:test', now: later(now, 1) })).toBe(false)
    expect((await listApiKeys(db))[0]?.revokedAt).toEqual(now)
    const entries = await db.tables.auditEntry.findMany({ where: { subject: key.id } })
    expect(entries.map(({ action }) => action)).toEqual(['api_key.created', 'api_key.revoked'])
  })

  it('says when it was last used, to the minute', async () => {
    const { db, secret } = await aKey()
    const lastUsed = async () => (await listApiKeys(db))[0]?.lastUsedAt
    expect(await lastUsed()).toBeNull()
    await findApiKey(secret, now)
    await findApiKey(secret, later(now, minuteMs - 1))
    expect(await lastUsed()).toEqual(now)
    await findApiKey(secret, later(now, minuteMs))
    expect(await lastUsed()).toEqual(later(now, minuteMs))
  })

  it('opens nothing of a tenant that was switched off', async () => {
    const { db, secret } = await aKey()
    await sharedTables().tenant.update({ where: { id: db.tenantId }, data: { disabledAt: now } })
    expect(await findApiKey(secret, now)).toBeNull()
  })

  it('is not made without a name, a scope, or with a scope that does not exist', async () => {
    const { db } = await aTenant()
    for (const wrong of [{ label: ' ' }, { scopes: [] }, { scopes: ['everything'] }])
      await expect(createApiKey(db, { ...asked, ...wrong } as never, { actor: 'a' })).rejects.toThrow()
    expect(await listApiKeys(db)).toEqual([])
  })
})
