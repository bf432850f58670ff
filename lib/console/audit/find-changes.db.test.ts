import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { changesCsv } from './changes-csv.ts'
import { auditChoices, walkChanges } from './find-changes.ts'

withTestDatabase()

const allOf = async (pieces: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

it('offers each who has changed something once, and no person in their visit', async () => {
  const tenant = await aTenant()
  const other = await aTenant()
  const told = { subject: 'con_1', detail: {} }
  for (const actor of ['worker', 'session:ses_1', 'session:ses_2', 'clock', 'worker', 'session'])
    await recordAudit(tenant.db, { ...told, actor, action: 'consent.given' })
  await recordAudit(tenant.db, { ...told, actor: 'clock', action: 'data.forgotten' })
  await recordAudit(other.db, { ...told, actor: 'zoe', action: 'consent.declined' })
  const { actors, actions } = await auditChoices(await aDesk(tenant, 'owner', 'audit.view'))
  expect(actors.map(({ value }) => value)).toEqual(expect.arrayContaining(['clock', 'session', 'worker']))
  expect(actors.filter(({ value }) => /session:|zoe/.test(value))).toEqual([])
  expect(new Set(actors).size).toBe(new Set(actors.map(({ value }) => value)).size)
  expect(actions).toEqual(expect.arrayContaining(['consent.given', 'data.forgotten']))
  expect(actions).not.toContain('consent.declined')
  expect(actions).toEqual([...new Set(actions)].sort())
})

it('a file of the log has every entry, however long it is, the newest first, and no other tenant’s (D5)', async () => {
  const [tenant, other] = [await aTenant(), await aTenant()]
  const told = { actor: 'clock', subject: 'ses_1' } as const
  const one = { ...told, tenantId: tenant.db.tenantId, action: 'link.minted', at: new Date() }
  const hashes = { previousHash: new Uint8Array(), entryHash: new Uint8Array() }
  await tenant.db.tables.auditEntry.createMany({
    data: Array.from({ length: 1_001 }, (_, n) => ({
      ...{ ...one, ...hashes, sequence: n + 1, detail: { count: n } },
    })),
  })
  await recordAudit(other.db, { ...told, action: 'link.revoked', detail: {} })
  const desk = await aDesk(tenant, 'approver', 'audit.view')
  const pieces = await allOf(changesCsv(walkChanges(desk, {})))
  // The head, and three pages: none holds the whole.
  expect(pieces).toHaveLength(4)
  const records = parse(pieces.join(''), { bom: true, columns: true }) as Record<string, string>[]
  expect(records.map(({ sequence }) => Number(sequence))).toEqual(
    Array.from({ length: 1_001 }, (_, n) => 1_001 - n),
  )
  expect(new Set(records.map(({ action }) => action))).toEqual(new Set(['link.minted']))
  const narrowed = await allOf(changesCsv(walkChanges(desk, { action: 'link.revoked' })))
  expect(narrowed.join('').trim().split('\r\n')).toHaveLength(1)
})
