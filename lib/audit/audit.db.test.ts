import { describe, expect, it } from 'vitest'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { type AuditRecord, hashEntry } from './audit-entry.ts'
import { recordAudit } from './record-audit.ts'
import { verifyAudit } from './verify-audit.ts'

withTestDatabase()

const aDb = (): TenantDb => tenantDb(mintId('ten'))
const act = (subject: string): AuditRecord => ({
  actor: 'staff:1',
  action: 'brand.published',
  subject,
  detail: { restoredFrom: 1, 'after.zoo': 'é', 'after.alpha': true, 'after.share': 0.1 },
})
const recordAll = async (db: TenantDb, count: number) => {
  for (let index = 1; index <= count; index++) await recordAudit(db, act(`s${index}`))
}

/** What somebody could do who owns the database and switches the triggers off. */
const tamper = (db: TenantDb, write: (tx: TenantDb) => Promise<unknown>) =>
  inTransaction(db, async (tx) => {
    await tx.tables.$executeRaw`alter table "AuditEntry" disable trigger user`
    await write(tx)
    await tx.tables.$executeRaw`alter table "AuditEntry" enable trigger user`
  })

describe('the audit log', () => {
  it('is one unbroken chain, also when twenty acts are recorded at once', async () => {
    const db = aDb()
    await Promise.all(Array.from({ length: 20 }, (_, index) => recordAudit(db, act(`s${index}`))))
    expect(await verifyAudit(db)).toEqual({ ok: true, value: 20 })
  })

  it('is empty and whole at first', async () => {
    expect(await verifyAudit(aDb())).toEqual({ ok: true, value: 0 })
  })

  it('is walked to its end, however long', async () => {
    const db = aDb()
    await inTransaction(db, (tx) => recordAll(tx, 1_001))
    expect(await verifyAudit(db)).toEqual({ ok: true, value: 1_001 })
  })

  it('forgets an act whose transaction failed, and leaves no gap', async () => {
    const db = aDb()
    await recordAudit(db, act('kept'))
    const failing = inTransaction(db, async (tx) => {
      await recordAudit(tx, act('rolled back'))
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    await recordAudit(db, act('next'))
    expect(await verifyAudit(db)).toEqual({ ok: true, value: 2 })
  })

  it('of one tenant holds nothing of another', async () => {
    const [one, other] = [aDb(), aDb()]
    await recordAll(one, 2)
    await recordAll(other, 1)
    expect(await verifyAudit(one)).toEqual({ ok: true, value: 2 })
    expect(await verifyAudit(other)).toEqual({ ok: true, value: 1 })
  })
})

describe('the database', () => {
  it('refuses to change, delete or empty the log', async () => {
    const db = aDb()
    await recordAll(db, 1)
    const { auditEntry } = db.tables
    await expect(auditEntry.updateMany({ data: { actor: 'nobody' } })).rejects.toThrow('append-only')
    await expect(auditEntry.deleteMany()).rejects.toThrow('append-only')
    await expect(db.tables.$executeRaw`truncate "AuditEntry"`).rejects.toThrow('append-only')
    expect(await verifyAudit(db)).toEqual({ ok: true, value: 1 })
  })
})

describe('a chain that was tampered with', () => {
  const third = { sequence: 3 }
  it.each<[string, (tx: TenantDb) => Promise<unknown>]>([
    ['the actor', (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { actor: 'staff:2' } })],
    ['the action', (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { action: 'x' } })],
    ['the subject', (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { subject: 'x' } })],
    ['the instant', (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { at: new Date(0) } })],
    ['a detail', (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { detail: { version: 2 } } })],
    [
      'the shape of the detail',
      (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { detail: [] } }),
    ],
    [
      'its hash',
      (tx) => tx.tables.auditEntry.updateMany({ where: third, data: { entryHash: new Uint8Array() } }),
    ],
    ['the row itself', (tx) => tx.tables.auditEntry.deleteMany({ where: third })],
  ])('names the entry where it breaks: %s', async (_, write) => {
    const db = aDb()
    await recordAll(db, 4)
    await tamper(db, write)
    expect(await verifyAudit(db)).toEqual({ ok: false, reason: 3 })
  })

  it('is found also when the changed entry was hashed anew', async () => {
    const db = aDb()
    await recordAll(db, 2)
    await tamper(db, async (tx) => {
      const where = { tenantId_sequence: { tenantId: db.tenantId, sequence: 1 } }
      const row = await tx.tables.auditEntry.findUniqueOrThrow({ where })
      const entryHash = hashEntry({ ...row, actor: 'staff:2' })
      await tx.tables.auditEntry.update({ where, data: { actor: 'staff:2', entryHash } })
    })
    expect(await verifyAudit(db)).toEqual({ ok: false, reason: 2 })
  })
})
