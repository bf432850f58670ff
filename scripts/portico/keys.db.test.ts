import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import { forgetDueData } from '#lib/flow/forget-due-data.ts'
import { settleIdleVisits } from '#lib/flow/settle-idle-visits.ts'
import { tellAbandonedVisits } from '#lib/flow/tell-abandoned-visits.ts'
import { runJob } from '#lib/jobs/definitions.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { demoKeyEncryptionKey } from '#lib/kit/env.ts'
import { mintId } from '#lib/kit/ids.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { prefillPlace } from '#lib/links/prefill-place.ts'
import { forgetKeyRing } from '#lib/vault/key-ring.ts'
import { tenantKeyStatus } from '#lib/vault/key-status.ts'
import { seal } from '#lib/vault/seal.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { auditCommands } from './audit.ts'
import { keyCommands } from './keys.ts'
import { tenantNamed } from './tenant-named.ts'
import { tenantCommands } from './tenants.ts'

withTestDatabase()
afterEach(() => {
  vi.restoreAllMocks()
})

const by = { actor: 'operator:cli', now: new Date() }
const said = async (work: () => Promise<void>): Promise<string> => {
  const spoken = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await work()
  return spoken.mock.calls.flat().join('\n')
}
const typed = (...words: string[]) => said(() => keyCommands.keys.run(words))

const aLink = async (db: TenantDb, name: string): Promise<string> => {
  const prefill = { values: { fullName: name }, locked: [] }
  return (await mintLink(db, { prefill }, by)).link.id
}

/** In one statement: as many transactions at once would wait for each other. */
const manyLinks = async (db: TenantDb, count: number): Promise<readonly string[]> => {
  const making = Array.from({ length: count }, async (_, n) => {
    const id = mintId('lnk')
    const prefill = { values: { fullName: `name ${n}` }, locked: [] }
    const prefillSealed = await seal(db, prefillPlace(id), JSON.stringify(prefill))
    return {
      id,
      tenantId: db.tenantId,
      tokenHash: sha256(id),
      prefillSealed,
      expiresAt: later(by.now, dayMs),
    }
  })
  const data = await Promise.all(making)
  await db.tables.link.createMany({ data })
  return data.map(({ id }) => id)
}

const nameIn = async (db: TenantDb, id: string) => (await findPrefill(db, id))?.values.fullName

const command = ['scripts/portico/main.ts', 'keys']
const inShell = async (words: string[], env: Record<string, string> = {}): Promise<string> => {
  const options = { env: { ...process.env, ...env } }
  return (await promisify(execFile)(process.execPath, [...command, ...words], options)).stdout
}

const newKey = Buffer.alloc(32, 9).toString('base64')

describe('keys rotate', () => {
  it('killed in the middle is gone on with by keys reseal, and nothing is lost', async () => {
    const { db, slug } = await aTenant()
    const links = await manyLinks(db, 1_000)
    const operator: ChildProcess = spawn(process.execPath, [...command, 'rotate', slug], {
      env: process.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(operator, 'exit')
    operator.stdout?.setEncoding('utf8')
    for await (const chunk of operator.stdout ?? [])
      if (/^ {2}Link/m.test(String(chunk))) operator.kill('SIGKILL')
    await ended
    expect(operator.signalCode).toBe('SIGKILL')
    const [fresh, former] = (await tenantKeyStatus(db)).filter(({ purpose }) => purpose === 'data')
    expect(fresh?.sealed, 'it was at work').toBeGreaterThan(0)
    expect(former?.sealed, 'and not done').toBeGreaterThan(0)

    expect(await inShell(['reseal', slug])).toMatch(new RegExp(`${slug}: ${former?.sealed} sealed anew`))
    for (const [n, id] of links.entries()) expect(await nameIn(db, id)).toBe(`name ${n}`)
  }, 60_000)

  it('says what seals what, and when the older key can go', async () => {
    const { db, slug } = await aTenant()
    await aLink(db, 'Zoé')
    expect(await typed('status', slug)).toMatch(
      /data {4}wrapped by \w{12} \(in use\) {2}0 days old {2}seals what is new, 2 sealed/,
    )
    expect(await typed('rotate', slug)).toContain('Older data keys stay until no process uses them')
    expect(await typed('status', slug)).toMatch(
      /opens what is older, 0 sealed[\s\S]*1 older data keys are kept/,
    )
  })
})

describe('keys rewrap', () => {
  it('after it the former key-encryption key is not needed, by the tenants or by the installation', async () => {
    const { db, slug } = await aTenant()
    const id = await aLink(db, 'Zoé')
    const during = { KEY_ENCRYPTION_KEY: newKey, PREVIOUS_KEY_ENCRYPTION_KEYS: demoKeyEncryptionKey }
    expect(await inShell(['status'], during)).toMatch(/the installation[\s\S]*\(former\)[\s\S]*: keys rewrap/)
    expect(await inShell(['rewrap'], during)).toContain(`${slug}: 2 keys wrapped anew`)
    const alone = { KEY_ENCRYPTION_KEY: newKey, PREVIOUS_KEY_ENCRYPTION_KEYS: '' }
    expect(await inShell(['status'], alone)).not.toMatch(/\(former\)|\(unknown\)|not given here/)
    expect(await inShell(['status'])).toContain('wrapped by a key-encryption key that is not given here')
    const where = { action: 'vault.rewrapped' }
    expect((await db.tables.auditEntry.findFirstOrThrow({ where })).detail).toMatchObject({ count: 2 })

    vi.resetModules()
    Object.assign(process.env, alone)
    const { findPrefill: find } = await import('#lib/links/find-prefill.ts')
    expect((await find(db, id))?.values.fullName).toBe('Zoé')

    const back = { KEY_ENCRYPTION_KEY: demoKeyEncryptionKey, PREVIOUS_KEY_ENCRYPTION_KEYS: newKey }
    Object.assign(process.env, { KEY_ENCRYPTION_KEY: demoKeyEncryptionKey, PREVIOUS_KEY_ENCRYPTION_KEYS: '' })
    await inShell(['rewrap'], back)
  }, 60_000)
})

describe('keys shred', () => {
  it('does nothing until the tenant is named twice', async () => {
    const { db, slug } = await aTenant()
    const id = await aLink(db, 'Zoé')
    for (const words of [[], ['--yes-shred', 'other'], ['--yes-shred', '']])
      await expect(keyCommands.keys.run(['shred', '--tenant', slug, ...words])).rejects.toThrow(
        'Nothing was done',
      )
    await expect(keyCommands.keys.run(['shred', '--yes-shred', slug])).rejects.toThrow('Name the tenant')
    expect(await nameIn(db, id)).toBe('Zoé')
  })

  it('erases all that was sealed, closes the doors, and holds up nobody else', async () => {
    const [tenant, { db: other }] = [await aTenant(), await aTenant()]
    const { db, slug } = tenant
    const [id, kept] = [await aLink(db, 'Zoé'), await aLink(other, 'Bob')]
    const { id: sessionId } = await aSession(tenant)
    const told = { sessionId, outcome: null, loginId: null, tag: null }
    await inTransaction(db, (tx) =>
      announceEvent(tx, { name: 'session.abandoned', data: told, threadId: sessionId, at: new Date() }),
    )
    const code = await db.tables.outboxEvent.create({
      data: {
        id: crypto.randomUUID(),
        tenantId: db.tenantId,
        topic: 'mail.code',
        payload: { language: 'en' },
        payloadSealed: (await db.tables.link.findUniqueOrThrow({ where: { id } })).prefillSealed,
      },
    })
    await typed('shred', '--tenant', slug, '--yes-shred', slug)

    await expect(findPrefill(db, id)).rejects.toThrow()
    await expect(tenantNamed(slug)).rejects.toThrow('No tenant is called')
    expect(await nameIn(other, kept)).toBe('Bob')
    expect(await typed('status', slug)).toContain('what it sealed is erased')
    expect(await said(() => tenantCommands.tenant.run(['list']))).toMatch(
      new RegExp(`^${slug} .*closed$`, 'm'),
    )
    expect(await said(() => auditCommands.audit.run(['export', slug]))).toContain('"vault.shredded"')
    expect(await verifyAudit(db)).toMatchObject({ ok: true })

    forgetKeyRing(db.tenantId)
    await runJob('mail.code', code.id)
    const afterwards = later(new Date(), dayMs)
    for (const round of [settleIdleVisits, tellAbandonedVisits, forgetDueData]) await round(afterwards)
    const visit = await db.tables.session.findUniqueOrThrow({ where: { id: sessionId } })
    expect(visit.outcome).toBe('abandoned')
  })
})
