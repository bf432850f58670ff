import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withFdxBank } from '../../test/banks/fdx-world.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findConnection } from './connection-store.ts'
import { readWithGrant } from './read-with-grant.ts'

withTestDatabase()
const { proxy, aConnection, grantOfConnection, age } = withFdxBank()

let tenant: BuiltTenant
beforeAll(async () => {
  tenant = await aTenant()
})

const read = (id: string) =>
  readWithGrant(
    tenant.db,
    { id },
    {
      timeoutMs: 10_000,
      read: ({ data }, ctx, grant) => data.accounts(ctx, grant),
    },
  )
const renewals = () =>
  proxy()
    .calls()
    .filter((call) => call.endsWith('/token')).length
const faultOf = async (id: string) => (await findConnection(tenant.db, id))?.fetchFault

describe.each(['open', 'fapi'] as const)('a grant of the %s door', (door) => {
  it('is used as it is while it lives', async () => {
    const { id } = await aConnection(tenant, door)
    const before = await grantOfConnection(tenant, id)
    proxy().letThrough()
    expect((await read(id)).ok).toBe(true)
    expect([renewals(), await grantOfConnection(tenant, id)]).toEqual([0, before])
  })

  it('is renewed once by eight who read at once, and all of them read', async () => {
    const { id } = await aConnection(tenant, door)
    await age(tenant, id)
    proxy().letThrough()
    const all = await Promise.all(Array.from({ length: 8 }, () => read(id)))
    expect(all.map(({ ok }) => ok)).toEqual(Array(8).fill(true))
    expect(renewals()).toBe(1)
    // What the bank gave is what stands there: it is good for the next who come.
    expect((await read(id)).ok).toBe(true)
    expect(renewals()).toBe(1)
  })

  it('that the bank refuses before its time is renewed, and the reading tried once more', async () => {
    const { id } = await aConnection(tenant, door, 'token_expires_at_once')
    proxy().letThrough()
    expect((await read(id)).ok).toBe(true)
    expect(renewals()).toBe(1)
  })

  it('that has ended at the bank says so, and marks the connection', async () => {
    const { id } = await aConnection(tenant, door, 'refresh_reused')
    expect(await read(id)).toMatchObject({ ok: false, reason: { code: 'access_ended' } })
    expect(await faultOf(id)).toBe('access_ended')
  })

  it('stands as it stood when the bank cannot be reached to renew it', async () => {
    const { id } = await aConnection(tenant, door)
    await age(tenant, id)
    proxy().breakAt(2, 'refused')
    expect(await read(id)).toMatchObject({ ok: false, reason: { code: 'bank_unavailable' } })
    proxy().letThrough()
    expect((await read(id)).ok).toBe(true)
    expect(await faultOf(id)).toBeNull()
  })
})

describe('a bank’s answer that is lost on its way, when it had renewed', () => {
  it('costs nothing where refresh tokens stay good (FAPI 2.0)', async () => {
    const { id } = await aConnection(tenant, 'fapi')
    await age(tenant, id)
    proxy().breakAt(2, 'lost')
    expect((await read(id)).ok).toBe(false)
    proxy().letThrough()
    expect((await read(id)).ok).toBe(true)
  })

  it('asks the person to connect again where they are spent, and is not tried for ever', async () => {
    const { id } = await aConnection(tenant, 'open')
    await age(tenant, id)
    proxy().breakAt(2, 'lost')
    expect((await read(id)).ok).toBe(false)
    proxy().letThrough()
    expect(await read(id)).toMatchObject({ ok: false, reason: { code: 'access_ended' } })
    expect(await faultOf(id)).toBe('access_ended')
  })
})

it('a grant is never used within a transaction: a new one must stand before it is used', async () => {
  const { id } = await aConnection(tenant, 'open')
  const reading = inTransaction(tenant.db, (tx) =>
    readWithGrant(
      tx,
      { id },
      { timeoutMs: 1_000, read: ({ data }, ctx, grant) => data.accounts(ctx, grant) },
    ),
  )
  await expect(reading).rejects.toThrow('outside of transactions')
})
