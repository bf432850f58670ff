import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { findConnection } from '#lib/connections/connection-store.ts'
import { openGrant } from '#lib/connections/link-connection.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { open } from '#lib/vault/open.ts'
import { aConnection, type BuiltConnection } from '#prisma/builders/a-connection.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { endConsent } from './end-consent.ts'
import { fetchTransactions } from './fetch-transactions.ts'
import { tellEndingConsents } from './tell-ending-consents.ts'
import { withdrawConsent } from './withdraw-consent.ts'

withTestDatabase()
let bank: RunningBank

beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1 })
  process.env.BANK_URL = bank.url
})
afterAll(() => bank.close())

const read = async (db: TenantDb, { id }: BuiltConnection) => {
  const connection = await findConnection(db, id)
  if (!connection) throw new Error('no connection')
  const place = { table: 'Connection', column: 'loginSealed', row: id }
  return {
    connection,
    grant: await openGrant(db, connection),
    login: JSON.parse(await open(db, place, connection.loginSealed)),
    accounts: await listAccounts(db, id),
  }
}

/** Whether the bank still answers to a grant. */
const isHonoured = async (grant: string): Promise<boolean> =>
  (await fetch(`${bank.url}/api/accounts`, { headers: { authorization: `Bearer ${grant}` } })).ok

const told = (db: TenantDb, prefix: string) =>
  db.tables.webhookMessage.findMany({ where: { eventName: { startsWith: prefix } }, orderBy: { id: 'asc' } })

const jobOf = async (db: TenantDb) => {
  const rows = await db.tables.outboxEvent.findMany({ where: { topic: 'consent.end' } })
  return rows.map(({ payload, dueAt }) => ({
    payload: payload as { consentId: string; isDataDeleted: boolean },
    dueAt,
  }))
}

const by = { isDataDeleted: false, actor: 'person' }

describe('a consent that is withdrawn (CA9, G3)', () => {
  it('ends at once: nothing more is read, the password is forgotten, the tenant is told, the log has it', async () => {
    const tenant = await aTenant()
    const built = await aConnection(tenant)
    const { db } = tenant
    const { consentId } = built
    expect(await withdrawConsent(db, { consentId, ...by })).toMatchObject({ ok: true })
    const { connection, login, accounts } = await read(db, built)
    expect(connection.status).toBe('revoked')
    expect(login).toMatchObject({ username: 'greatday_nomfa', password: '' })
    expect(accounts.length).toBeGreaterThan(0)
    await fetchTransactions(db, { connectionId: built.id, days: 90, readId: 'read', sessionId: null })
    expect(await db.tables.transactionPage.count()).toBe(0)
    const [message] = await told(db, 'consent.withdrawn')
    expect(message).toMatchObject({ threadId: built.sessionId, data: { loginIds: [connection.loginId] } })
    const audit = await db.tables.auditEntry.findMany({ where: { action: 'consent.withdrawn' } })
    expect(audit).toMatchObject([{ actor: 'person', subject: consentId }])
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  it('is told to the bank, whose grant is void then, and forgotten; a second run does nothing', async () => {
    const tenant = await aTenant()
    const built = await aConnection(tenant)
    const { grant } = await read(tenant.db, built)
    expect(await isHonoured(grant ?? '')).toBe(true)
    await withdrawConsent(tenant.db, { consentId: built.consentId, ...by })
    const [job] = await jobOf(tenant.db)
    for (let run = 0; run < 2; run++) await endConsent(tenant.db, job?.payload as never)
    expect(await isHonoured(grant ?? '')).toBe(false)
    expect((await read(tenant.db, built)).grant).toBeNull()
  })

  it('is told to a bank that could not be reached as soon as it can be', async () => {
    const tenant = await aTenant()
    const built = await aConnection(tenant)
    const { consentId } = built
    await withdrawConsent(tenant.db, { consentId, ...by })
    const { connection } = await read(tenant.db, built)
    await tenant.db.tables.connection.updateMany({ data: { connectorId: 'gone' } })
    await expect(endConsent(tenant.db, { consentId, isDataDeleted: false })).rejects.toThrow('not revoked')
    expect((await read(tenant.db, built)).grant).not.toBeNull()
    await tenant.db.tables.connection.updateMany({ data: { connectorId: connection.connectorId } })
    await endConsent(tenant.db, { consentId, isDataDeleted: false })
    expect((await read(tenant.db, built)).grant).toBeNull()
  })

  it('takes with it what was read, where that was asked', async () => {
    const tenant = await aTenant()
    const built = await aConnection(tenant)
    await fetchTransactions(tenant.db, { connectionId: built.id, days: 90, readId: 'read', sessionId: null })
    expect(await tenant.db.tables.transactionPage.count()).toBeGreaterThan(0)
    const asked = { consentId: built.consentId, isDataDeleted: true, actor: 'person' }
    await withdrawConsent(tenant.db, asked)
    const { login, accounts } = await read(tenant.db, built)
    expect(login).toMatchObject({ username: '', password: '' })
    expect(accounts).toEqual([])
    expect(await tenant.db.tables.transactionPage.count()).toBe(0)
  })

  it('on a later day lives until then, and can still be brought forward', async () => {
    const tenant = await aTenant()
    const built = await aConnection(tenant)
    const { db } = tenant
    const { consentId } = built
    const inTenDays = later(new Date(), 10 * dayMs)
    expect(await withdrawConsent(db, { consentId, endsAt: inTenDays, ...by })).toMatchObject({ ok: true })
    expect(await jobOf(db)).toMatchObject([{ dueAt: inTenDays }])
    expect((await read(db, built)).connection.status).toBe('active')
    await endConsent(db, { consentId, isDataDeleted: false })
    expect((await read(db, built)).connection.status).toBe('active')
    const later20 = { consentId, endsAt: later(new Date(), 20 * dayMs), ...by }
    expect(await withdrawConsent(db, later20)).toEqual({ ok: false, reason: 'bad_date' })
    expect(await withdrawConsent(db, { consentId, ...by })).toMatchObject({ ok: true })
    expect((await read(db, built)).connection.status).toBe('revoked')
  })

  it('cannot be withdrawn twice, before now, beyond its end, or by another tenant', async () => {
    const tenant = await aTenant()
    const { consentId } = await aConnection(tenant)
    const { db } = tenant
    const at = (days: number) => ({ consentId, endsAt: later(new Date(), days * dayMs), ...by })
    expect(await withdrawConsent(db, at(-1))).toMatchObject({ reason: 'bad_date' })
    expect(await withdrawConsent(db, at(91))).toMatchObject({ reason: 'bad_date' })
    const stranger = await aTenant()
    expect(await withdrawConsent(stranger.db, { consentId, ...by })).toMatchObject({ reason: 'unknown' })
    expect(await withdrawConsent(db, { consentId, ...by })).toMatchObject({ ok: true })
    expect(await withdrawConsent(db, { consentId, ...by })).toMatchObject({ reason: 'ended' })
    expect(await told(db, 'consent.withdrawn')).toHaveLength(1)
  })

  it('withdrawn by two at the same time is told once', async () => {
    const tenant = await aTenant()
    const { consentId } = await aConnection(tenant)
    const now = new Date()
    const both = await Promise.all([1, 2].map(() => withdrawConsent(tenant.db, { consentId, ...by }, now)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await told(tenant.db, 'consent.withdrawn')).toHaveLength(1)
  })
})

describe('a consent that ends by the clock', () => {
  it('is told of 30, 7 and 1 days before and when it has, once each, however often we look', async () => {
    const tenant = await aTenant()
    const { consentId } = await aConnection(tenant, { days: 90 })
    const expiresAt = (await findConsent(tenant.db, consentId))?.expiresAt as Date
    for (const days of [40, 30, 12, 7, 6.5, 1, 0.5, 0, -1])
      for (let look = 0; look < 2; look++) await tellEndingConsents(later(expiresAt, -days * dayMs))
    const messages = await told(tenant.db, 'consent.expir')
    expect(
      messages.map(({ eventName, data }) => [eventName, (data as { daysLeft?: number }).daysLeft]),
    ).toEqual([
      ['consent.expiring', 30],
      ['consent.expiring', 7],
      ['consent.expiring', 1],
      ['consent.expired', undefined],
    ])
  })

  it('is told once by workers that look at the same time', async () => {
    const tenant = await aTenant()
    const { consentId } = await aConnection(tenant, { days: 90 })
    const expiresAt = (await findConsent(tenant.db, consentId))?.expiresAt as Date
    const now = later(expiresAt, -20 * dayMs)
    await Promise.all([1, 2, 3].map(() => tellEndingConsents(now)))
    expect(await told(tenant.db, 'consent.expiring')).toHaveLength(1)
  })

  it('is not told of where it was withdrawn, or nothing is connected under it', async () => {
    const tenant = await aTenant()
    const { consentId } = await aConnection(tenant, { days: 90 })
    const unused = await aConnection(tenant, { days: 90, username: 'greatday_nomfa+2' })
    await tenant.db.tables.connection.deleteMany({ where: { id: unused.id } })
    await withdrawConsent(tenant.db, { consentId, ...by })
    await tellEndingConsents(later(new Date(), 70 * dayMs))
    expect(await told(tenant.db, 'consent.expir')).toEqual([])
  })
})
