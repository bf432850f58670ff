import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { closeTurnPool, takeTurn } from './take-turn.ts'
import type { TurnLimit } from './turn-limits.ts'

withTestDatabase()
afterEach(closeTurnPool)

const limit: TurnLimit = { turns: 3, seconds: 60, isShared: false }
const take = (key: string, name = 'test.door') => takeTurn(name, limit, key)

const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows: found } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return found
}

describe('turns at a door', () => {
  it('are as many as the limit gives, then it is said how long to wait', async () => {
    for (const left of [2, 1, 0]) expect(await take('ann')).toMatchObject({ isAllowed: true, left })
    const refused = await take('ann')
    expect(refused).toMatchObject({ isAllowed: false, left: 0 })
    expect(refused.resetMs).toBeGreaterThan(50_000)
    expect(refused.resetMs).toBeLessThanOrEqual(60_000)
  })

  it('belong to one key and one door', async () => {
    for (let turn = 0; turn < 4; turn++) await take('bob')
    expect((await take('bob')).isAllowed).toBe(false)
    expect((await take('cyd')).isAllowed).toBe(true)
    expect((await take('bob', 'test.other')).isAllowed).toBe(true)
  })

  it('are counted together by processes that share the database, also when they come at once', async () => {
    await take('dot')
    // A process that has just started remembers nothing of its own.
    await closeTurnPool()
    const turns = await Promise.all(Array.from({ length: 6 }, () => take('dot')))
    expect(turns.filter(({ isAllowed }) => isAllowed)).toHaveLength(2)
    await closeTurnPool()
    expect((await take('dot')).isAllowed).toBe(false)
  })

  it('begin anew when the window has passed', async () => {
    for (let turn = 0; turn < 4; turn++) await take('eve')
    await closeTurnPool()
    await rows('update "TurnCount" set expire = 1')
    expect((await take('eve')).isAllowed).toBe(true)
  })

  it('are stored without the address that they are counted for', async () => {
    await take('203.0.113.9')
    const stored = await rows('select * from "TurnCount"')
    expect(stored.length).toBeGreaterThan(0)
    expect(JSON.stringify(stored)).not.toContain('203.0.113')
  })
})
