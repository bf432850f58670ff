import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { recordAccounts } from '#lib/accounts/record-accounts.ts'
import { listTransactions, recordTransactions } from '#lib/accounts/record-transactions.ts'
import { openCells, sealCells } from '#lib/console/links/row-cells.ts'
import type { Sql } from '#lib/db/sql.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import { insertBatch } from '#lib/links/link-batch-store.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { answerOnce } from '#lib/tenants/answer-once.ts'
import { resealAll, rotateKey } from '#lib/tenants/look-after-keys.ts'
import { getReturnSigningSecret } from '#lib/tenants/return-signing-store.ts'
import { aBankAccount } from '#prisma/builders/a-bank-account.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { tenantKeyStatus } from './key-status.ts'
import { open } from './open.ts'
import { reseal } from './reseal.ts'
import { seal } from './seal.ts'
import { retireAfterMs, rotateDataKey } from './tenant-keys.ts'

withTestDatabase()
afterEach(() => {
  vi.unstubAllEnvs()
})

const by = { actor: 'operator:cli', now: new Date() }
const whenRetired = () => ({ ...by, now: later(new Date(), retireAfterMs) })

/** The vault of a process that was started now. */
const aProcess = async () => {
  vi.resetModules()
  const [keys, links, history] = await Promise.all([
    import('#lib/tenants/look-after-keys.ts'),
    import('#lib/links/mint-link.ts'),
    import('#lib/accounts/record-transactions.ts'),
  ])
  return { ...keys, ...links, ...history }
}

const named = (fullName: string) => ({ prefill: { values: { fullName }, locked: [] } })

const aLink = async (db: TenantDb, name: string): Promise<string> =>
  (await mintLink(db, named(name), by)).link.id

const nameIn = async (db: TenantDb, id: string) => (await findPrefill(db, id))?.values.fullName

const anAccount = async (db: TenantDb): Promise<string> => {
  const [id, scopes] = [mintId('cnx'), ['account_basics', 'transactions_90']]
  const loginSealed = await seal(db, { table: 'Connection', column: 'loginSealed', row: id }, '{}')
  const way = { institutionId: 14, connectorId: 'sandbox', status: 'active' } as const
  const login = { loginId: randomUUID(), loginFingerprint: new Uint8Array(Buffer.from(id)), loginSealed }
  const since = { consentId: mintId('con'), linkedAt: new Date() }
  await db.tables.connection.create({ data: { id, tenantId: db.tenantId, ...way, ...login, ...since } })
  await recordAccounts(db, id, { accounts: [aBankAccount('a')], scopes, fetchedAt: new Date() })
  return (await listAccounts(db, id))[0]?.id ?? ''
}

const bought = (key: string) => ({
  key,
  date: '2026-02-20',
  description: `Tea ${key}`,
  amount: '-4.00',
  balance: null,
})

const dataKeys = async (db: TenantDb) =>
  (await tenantKeyStatus(db)).filter(({ purpose }) => purpose === 'data')

describe('sealing anew', () => {
  it('takes every kind of row along, each where its readers look for it', async () => {
    const { db } = await aTenant()
    const [link, account, batch] = [await aLink(db, 'Zoé'), await anAccount(db), mintId('lbt')]
    await inTransaction(db, (tx) => recordTransactions(tx, account, [bought('a')], new Date()))
    const cells = { name: 'Zoé' }
    const row = { line: 2, flaws: [], isFlawed: false }
    const cellsSealed = await sealCells(db, { batchId: batch, line: 2 }, cells)
    await insertBatch(db, { id: batch, label: 'x', days: 7, isMailed: false }, [{ ...row, cellsSealed }])
    const ask = () =>
      answerOnce(db, { key: 'k', request: 'r', now: new Date() }, async () => ({ status: 201, body: 'made' }))
    await ask()
    const secret = await getReturnSigningSecret(db)

    await rotateKey(db, by)
    expect((await reseal(db)).sealed).toBeGreaterThan(6)
    const { retired } = await resealAll(db, whenRetired())
    expect(retired.count).toBe(1)

    expect(await nameIn(db, link)).toBe('Zoé')
    expect((await listTransactions(db, account)).map(({ description }) => description)).toEqual(['Tea a'])
    const kept = await db.tables.linkBatchRow.findFirstOrThrow({ where: { batchId: batch } })
    expect(await openCells(db, kept)).toEqual(cells)
    expect(await ask()).toMatchObject({ ok: true, value: { body: 'made', isReplay: true } })
    expect(await getReturnSigningSecret(db)).toBe(secret)
  })

  it('leaves the data of others alone, and does nothing where nothing is due', async () => {
    const [{ db }, { db: other }] = [await aTenant(), await aTenant()]
    const link = await aLink(other, 'Bob')
    await rotateDataKey(db)
    await reseal(db)
    expect(await reseal(db)).toEqual({ found: 0, sealed: 0 })
    expect(await dataKeys(other)).toHaveLength(1)
    expect(await nameIn(other, link)).toBe('Bob')
  })

  it('stops at a blob that does not open, names its place, and keeps the key', async () => {
    const { db } = await aTenant()
    const link = await aLink(db, 'Zoé')
    const { prefillSealed } = await db.tables.link.findUniqueOrThrow({ where: { id: link } })
    const broken = new Uint8Array(prefillSealed ?? [])
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1
    await db.tables.link.update({ where: { id: link }, data: { prefillSealed: broken } })
    await rotateDataKey(db)
    await expect(resealAll(db, whenRetired())).rejects.toThrow('cannot open Link.prefillSealed')
    expect(await dataKeys(db)).toHaveLength(2)
  })
})

describe('an older data key', () => {
  it('stays as long as somebody may still seal by it, and goes afterwards', async () => {
    const { db } = await aTenant()
    await rotateKey(db, by)
    const early = await resealAll(db, { ...by, now: new Date() })
    expect(early.retired).toEqual({ count: 0, notBefore: expect.any(Date) })
    expect(await dataKeys(db)).toHaveLength(2)
    const late = await resealAll(db, whenRetired())
    expect(late.retired).toEqual({ count: 1, notBefore: null })
    expect(await dataKeys(db)).toMatchObject([{ isNewest: true }])
    const where = { action: { startsWith: 'vault.' } }
    const told = await db.tables.auditEntry.findMany({ where, orderBy: { sequence: 'asc' } })
    expect(told.map(({ action, detail }) => [action, detail])).toEqual([
      ['vault.rotated', {}],
      ['vault.resealed', { rows: 1 }],
      ['vault.keys_retired', { count: 1 }],
    ])
  })
})

it('a key is changed while others write, among them who have not heard of it: nothing is lost', async () => {
  const { db } = await aTenant()
  const accounts = await Promise.all(Array.from({ length: 3 }, () => anAccount(db)))
  const deaf = await aProcess()
  const links = [(await deaf.mintLink(db, named('name 0'), by)).link.id]
  let isOver = false
  const goOn = (n: number) => !isOver || n < 5
  /** As a worker does that reads a bank: a month is read, merged, and written back. */
  const merge = async (account: string) => {
    let n = 0
    for (; goOn(n); n++)
      await inTransaction(db, (tx) => recordTransactions(tx, account, [bought(`${n}`)], new Date()))
    return n
  }
  /** Opens nothing, and so seals for as long as its memory lasts by the key it knows. */
  const mint = async () => {
    for (let n = 1; goOn(n); n++) links.push((await deaf.mintLink(db, named(`name ${n}`), by)).link.id)
  }
  const writing = [Promise.all(accounts.map(merge)), mint()] as const
  const operator = await aProcess()
  for (let round = 0; round < 3; round++) {
    await operator.rotateKey(db, by)
    await operator.resealAll(db, { ...by, now: new Date() })
  }
  isOver = true
  const [merged] = await Promise.all(writing)
  expect((await dataKeys(db)).at(-1)?.sealed, 'somebody wrote late').toBeGreaterThan(0)
  const { retired } = await operator.resealAll(db, whenRetired())
  expect(retired.count).toBe(3)

  const reader = await aProcess()
  for (const [index, account] of accounts.entries()) {
    const told = await reader.listTransactions(db, account)
    const names = new Set(told.map(({ description }) => description))
    expect(names).toEqual(new Set(Array.from({ length: merged[index] ?? 0 }, (_, n) => `Tea ${n}`)))
  }
  for (const [n, id] of links.entries()) expect(await nameIn(db, id)).toBe(`name ${n}`)
})

it('what was changed between reading and sealing anew keeps what was written last', async () => {
  const { db } = await aTenant()
  const id = await aLink(db, 'first')
  await rotateDataKey(db)
  const place = { table: 'Link', column: 'prefillSealed', row: id }
  const newer = JSON.stringify({ values: { fullName: 'second' }, locked: [] })
  const slow = {
    ...db,
    tables: new Proxy(db.tables, {
      get: (tables, name) =>
        name === '$executeRaw'
          ? async (statement: Sql) => {
              const data = { prefillSealed: await seal(db, place, newer) }
              await db.tables.link.update({ where: { id }, data })
              return tables.$executeRaw(statement)
            }
          : tables[name as keyof typeof tables],
    }),
  }
  await reseal(slow)
  expect(await nameIn(db, id)).toBe('second')
  expect(
    await open(
      db,
      place,
      (await db.tables.link.findUniqueOrThrow({ where: { id } })).prefillSealed as Uint8Array,
    ),
  ).toBe(newer)
})
