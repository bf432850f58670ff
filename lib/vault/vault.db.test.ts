import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { demoKeyEncryptionKey } from '#lib/kit/env.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { fingerprint } from './fingerprint.ts'
import { open } from './open.ts'
import { type Place, seal } from './seal.ts'
import { rewrapTenantKeys, rotateDataKey, shredTenantKeys } from './tenant-keys.ts'

withTestDatabase()
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

const aDb = async (): Promise<TenantDb> => (await aTenant()).db
const place: Place = { table: 'Link', column: 'prefillSealed', row: 'lnk_1' }
const secret = 'canary-9f2 d’été'

/** The vault as a process just started would have it: same database, nothing in memory, the environment read anew. */
const inAnotherProcess = async () => {
  vi.resetModules()
  const [opened, sealed, keys] = await Promise.all([
    import('./open.ts'),
    import('./seal.ts'),
    import('./tenant-keys.ts'),
  ])
  return { ...opened, ...sealed, ...keys }
}

describe('a sealed text', () => {
  it.each(['', secret, '€'.repeat(100_000)])('opens where it was sealed: %#', async (text) => {
    const db = await aDb()
    expect(await open(db, place, await seal(db, place, text))).toBe(text)
  })

  it('is never the same twice and does not show in its blob', async () => {
    const db = await aDb()
    const [one, other] = [await seal(db, place, secret), await seal(db, place, secret)]
    expect(Buffer.from(one).equals(other)).toBe(false)
    expect(Buffer.from(one).includes('canary')).toBe(false)
  })

  it.each<[string, Partial<Place>]>([
    ['row', { row: 'lnk_2' }],
    ['column', { column: 'stateSealed' }],
    ['table', { table: 'Attempt' }],
  ])('does not open in another %s', async (_, moved) => {
    const db = await aDb()
    const blob = await seal(db, place, secret)
    await expect(open(db, { ...place, ...moved }, blob)).rejects.toThrow('cannot open')
  })

  it('does not open for another tenant, not even under the same key', async () => {
    const [one, other] = [await aDb(), await aDb()]
    const blob = await seal(one, place, secret)
    await expect(open(other, place, blob)).rejects.toThrow('unknown key')
    const stolen = await one.tables.tenantKey.findFirstOrThrow({ where: { purpose: 'data' } })
    await one.tables.tenantKey.delete({ where: { id: stolen.id } })
    await other.tables.tenantKey.create({ data: { ...stolen, tenantId: other.tenantId } })
    await expect(open(other, place, blob)).rejects.toThrow()
  })

  it('does not open when a single bit was flipped, and the error tells nothing of it', async () => {
    const db = await aDb()
    const blob = await seal(db, place, 'canary')
    for (let bit = 0; bit < blob.length * 8; bit += 3) {
      const flipped = new Uint8Array(blob)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(open(db, place, flipped)).rejects.toThrow(/^(?!.*canary)cannot open Link\.prefillSealed/)
    }
  })

  it('does not open when it was cut short, at any length', async () => {
    const db = await aDb()
    const blob = await seal(db, place, '')
    for (let length = 0; length < blob.length; length++)
      await expect(open(db, place, blob.subarray(0, length))).rejects.toThrow('cannot open')
  })

  it('costs no query once the keys are in memory', async () => {
    const db = await aDb()
    await seal(db, place, secret)
    const blind = { ...db, tables: {} as TenantDb['tables'] }
    expect(await open(blind, place, await seal(blind, place, secret))).toBe(secret)
    await expect(fingerprint(blind, 'login', 'x')).resolves.toBeDefined()
  })
})

describe('rotating the data key', () => {
  it('seals under the new key and still opens what the old one sealed', async () => {
    const db = await aDb()
    const old = await seal(db, place, 'old')
    await rotateDataKey(db)
    const fresh = await seal(db, place, 'new')
    expect(Buffer.from(old.subarray(2, 32)).equals(fresh.subarray(2, 32))).toBe(false)
    expect([await open(db, place, old), await open(db, place, fresh)]).toEqual(['old', 'new'])
  })

  it('in another process is no hindrance to opening here', async () => {
    const db = await aDb()
    await seal(db, place, 'our memory is warm')
    const other = await inAnotherProcess()
    await other.rotateDataKey(db)
    expect(await open(db, place, await other.seal(db, place, secret))).toBe(secret)
  })

  it('keeps fingerprints as they were', async () => {
    const db = await aDb()
    const before = await fingerprint(db, 'login', 'x')
    await rotateDataKey(db)
    expect(await fingerprint(db, 'login', 'x')).toEqual(before)
  })

  it('refuses an open transaction, whose end nobody knows yet', async () => {
    const db = await aDb()
    await expect(inTransaction(db, rotateDataKey)).rejects.toThrow('outside of transactions')
    await expect(inTransaction(db, shredTenantKeys)).rejects.toThrow('outside of transactions')
  })
})

describe('shredding a tenant’s keys', () => {
  it('closes everything it sealed at once, and nothing of others', async () => {
    const [db, other] = [await aDb(), await aDb()]
    const [blob, kept] = [await seal(db, place, secret), await seal(other, place, secret)]
    await shredTenantKeys(db)
    await expect(open(db, place, blob)).rejects.toThrow()
    await expect(seal(db, place, secret)).rejects.toThrow()
    await expect(fingerprint(db, 'login', 'x')).rejects.toThrow()
    expect(await open(other, place, kept)).toBe(secret)
  })

  it('in another process reaches this one within a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const db = await aDb()
    const blob = await seal(db, place, secret)
    await (await inAnotherProcess()).shredTenantKeys(db)
    vi.setSystemTime(Date.now() + 60_000)
    await expect(open(db, place, blob)).rejects.toThrow()
  })

  it('is not undone by a reading that was under way', async () => {
    const db = await aDb()
    const fresh = await inAnotherProcess()
    const blob = await seal(db, place, secret)
    const { promise: gate, resolve: letGo } = Promise.withResolvers<void>()
    const findMany = async (args: object) => {
      const rows = await db.tables.tenantKey.findMany(args)
      await gate
      return rows
    }
    const slow = { ...db, tables: { tenantKey: { findMany } } as unknown as TenantDb['tables'] }
    const reading = fresh.open(slow, place, blob)
    await fresh.rotateDataKey(db)
    await fresh.shredTenantKeys(db)
    letGo()
    await reading.catch(() => null)
    await expect(fresh.open(db, place, blob)).rejects.toThrow()
  })
})

describe('a fingerprint', () => {
  it('is the same for the same text and scope, and for nothing else', async () => {
    const [db, other] = [await aDb(), await aDb()]
    const print = await fingerprint(db, 'login', 'marie')
    expect(await fingerprint(db, 'login', 'marie')).toEqual(print)
    expect(await fingerprint(db, 'login', 'Marie')).not.toEqual(print)
    expect(await fingerprint(db, 'account', 'marie')).not.toEqual(print)
    expect(await fingerprint(other, 'login', 'marie')).not.toEqual(print)
  })
})

describe('changing the key-encryption key', () => {
  const newKek = Buffer.alloc(32, 7).toString('base64')

  it('opens by the former one until all keys are re-wrapped, then without it', async () => {
    const db = await aDb()
    const blob = await seal(db, place, secret)
    vi.stubEnv('KEY_ENCRYPTION_KEY', newKek)
    await expect((await inAnotherProcess()).open(db, place, blob)).rejects.toThrow('key-encryption key')
    vi.stubEnv('PREVIOUS_KEY_ENCRYPTION_KEYS', demoKeyEncryptionKey)
    const during = await inAnotherProcess()
    expect(await during.open(db, place, blob)).toBe(secret)
    expect(await during.rewrapTenantKeys(db)).toBe(2)
    expect(await during.rewrapTenantKeys(db)).toBe(0)
    vi.stubEnv('PREVIOUS_KEY_ENCRYPTION_KEYS', '')
    expect(await (await inAnotherProcess()).open(db, place, blob)).toBe(secret)
  })

  it('re-wraps nothing that is up to date', async () => {
    expect(await rewrapTenantKeys(await aDb())).toBe(0)
  })
})

describe('a wrapped key', () => {
  it('does not serve under another name: the lookup key seals nothing', async () => {
    const db = await aDb()
    const lookup = await db.tables.tenantKey.findFirstOrThrow({ where: { purpose: 'lookup' } })
    const id = `key_${randomUUID().slice(0, 26)}`
    await db.tables.tenantKey.create({ data: { ...lookup, id, purpose: 'data', createdAt: new Date() } })
    await expect((await inAnotherProcess()).seal(db, place, secret)).rejects.toThrow()
  })
})
