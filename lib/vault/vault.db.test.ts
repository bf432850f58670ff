import { describe, expect, it } from 'vitest'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { fingerprint } from './fingerprint.ts'
import { open } from './open.ts'
import { type Place, seal } from './seal.ts'
import { rotateDataKey, shredTenantKeys } from './tenant-keys.ts'

withTestDatabase()

const place: Place = { table: 'Account', column: 'detailsSealed', row: 'a' }
const secret = 'canary 7641268 é'

describe('a sealed blob', () => {
  it('opens where it was sealed and does not show what it holds', async () => {
    const { db } = await aTenant()
    const blob = await seal(db, place, secret)
    expect(await open(db, place, blob)).toBe(secret)
    expect(Buffer.from(blob).toString('latin1')).not.toContain('canary')
    expect(await seal(db, place, secret)).not.toEqual(blob)
  })

  it('does not open in another row, column, table or tenant', async () => {
    const { db } = await aTenant()
    const stranger = await aTenant()
    const blob = await seal(db, place, secret)
    for (const moved of [{ row: 'b' }, { column: 'x' }, { table: 'y' }])
      await expect(open(db, { ...place, ...moved }, blob)).rejects.toThrow('not what was sealed there')
    await expect(open(stranger.db, place, blob)).rejects.toThrow('unknown key')
  })

  it('does not open with any bit changed, and the error says nothing of it', async () => {
    const { db } = await aTenant()
    const blob = await seal(db, place, secret)
    for (let at = 0; at < blob.length; at++) {
      const changed = new Uint8Array(blob)
      changed[at] = (changed[at] ?? 0) ^ 1
      const error = await open(db, place, changed).catch((thrown: Error) => thrown)
      expect(error).toBeInstanceOf(Error)
      expect(String(error)).not.toContain('canary')
    }
  })
})

describe('keys', () => {
  it('rotate: what was sealed before opens, what is sealed after has the new key', async () => {
    const { db } = await aTenant()
    const before = await seal(db, place, secret)
    await rotateDataKey(db)
    const now = await seal(db, place, secret)
    expect(await open(db, place, before)).toBe(secret)
    expect(await open(db, place, now)).toBe(secret)
    const keyOf = (blob: Uint8Array) => Buffer.from(blob.subarray(2, 2 + (blob[1] ?? 0))).toString()
    expect(keyOf(now)).not.toBe(keyOf(before))
  })

  it('shredded: nothing the tenant sealed opens again', async () => {
    const { db } = await aTenant()
    const blob = await seal(db, place, secret)
    await shredTenantKeys(db)
    await expect(open(db, place, blob)).rejects.toThrow('has no keys')
    await expect(seal(db, place, secret)).rejects.toThrow('has no keys')
  })
})

describe('a fingerprint', () => {
  it('finds equal things of one tenant and scope, and no others', async () => {
    const { db } = await aTenant()
    const stranger = await aTenant()
    const mark = await fingerprint(db, 'login', 'Greatday')
    expect(await fingerprint(db, 'login', 'Greatday')).toEqual(mark)
    expect(await fingerprint(db, 'account', 'Greatday')).not.toEqual(mark)
    expect(await fingerprint(db, 'login', 'greatday')).not.toEqual(mark)
    expect(await fingerprint(stranger.db, 'login', 'Greatday')).not.toEqual(mark)
  })
})
