import { describe, expect, it } from 'vitest'
import { findSession } from '#lib/sessions/session-store.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { ask, askIn } from './ask.ts'
import { findSessionDoor } from './session-door.ts'
import { sql } from './sql.ts'
import { inTransaction } from './tenant-db.ts'

withTestDatabase()

describe('a statement that is asked past the client', () => {
  it('gives what the client gives: the same instants, in whatever zone this process is, big numbers and bytes', async () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'America/St_Johns'
      const tenant = await aTenant()
      const { id } = await aSession(tenant)
      const { isServed, proofHash, facts: _, ...row } = (await findSessionDoor(id)) ?? fail()
      const { facts: __, ...read } = (await findSession(tenant.db, id)) ?? fail()
      expect({ ...row, proofHash: null }).toEqual({ ...read, proofHash: null })
      expect({ isServed, bytes: proofHash.length }).toEqual({ isServed: true, bytes: 32 })
    } finally {
      process.env.TZ = zone
    }
  })

  it('loses no digit of a big number', async () => {
    const rows = await ask(sql`select ${'9007199254740993'}::bigint as big`)
    expect(rows).toEqual([{ big: 9_007_199_254_740_993n }])
  })

  it('is undone with the transaction that it is asked in', async () => {
    const tenant = await aTenant()
    const { id } = await aSession(tenant)
    const note = sql`insert into "SessionEvent" ("tenantId", "sessionId", name, detail)
      values (${tenant.db.tenantId}, ${id}, 'noted', '{}') returning id`
    const work = inTransaction(tenant.db, async (tx) => {
      expect(await askIn(tx, note)).toHaveLength(1)
      throw new Error('undone')
    })
    await expect(work).rejects.toThrow('undone')
    expect(await ask(sql`select id from "SessionEvent" where "sessionId" = ${id}`)).toEqual([])
    await askIn(tenant.db, note)
    expect(await ask(sql`select id from "SessionEvent" where "sessionId" = ${id}`)).toHaveLength(1)
  })
})

const fail = (): never => {
  throw new Error('the visit was not found')
}
