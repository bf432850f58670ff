import { describe, expect, it } from 'vitest'
import { mintId } from '#lib/kit/ids.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { openCredentials } from './attempt-secrets.ts'
import type { AttemptRow } from './attempt-store.ts'
import { findAttempt, moveAttempt } from './attempt-store.ts'
import { findConnection } from './connection-store.ts'
import { linkConnection, openGrant } from './link-connection.ts'
import { startAttempt } from './start-attempt.ts'

withTestDatabase()

const credentials = { username: 'Greatday', password: 'canary-password', language: 'en' as const }

const anAttempt = async ({ db }: BuiltTenant, institutionId = 14): Promise<AttemptRow> => {
  const id = mintId('att')
  await startAttempt(db, {
    id,
    sessionId: mintId('ses'),
    consentId: mintId('con'),
    institutionId,
    way: { connectorId: 'sandbox', routeId: null },
    credentials,
    now: new Date(),
  })
  return (await findAttempt(db, id)) as AttemptRow
}

const link = (tenant: BuiltTenant, attempt: AttemptRow, login = credentials, grant = 'grant-1') =>
  linkConnection(tenant.db, attempt, { credentials: login, grant, now: new Date(), isDemo: false })

describe('an attempt', () => {
  it('is moved by one of many', async () => {
    const tenant = await aTenant()
    const { id } = await anAttempt(tenant)
    const moves = Array.from({ length: 8 }, () => moveAttempt(tenant.db, { id, to: 'challenged' }))
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1)
  })

  it('does not make a move that is not in the table, even when told to start from there', async () => {
    const tenant = await aTenant()
    const { id } = await anAttempt(tenant)
    await moveAttempt(tenant.db, { id, to: 'failed' })
    expect(await moveAttempt(tenant.db, { id, to: 'linked', from: ['failed'] })).toBe(false)
    expect((await findAttempt(tenant.db, id))?.status).toBe('failed')
  })

  it('is not moved by an answer to a round that is over', async () => {
    const tenant = await aTenant()
    const { id } = await anAttempt(tenant)
    await moveAttempt(tenant.db, { id, to: 'challenged' }, { round: 2 })
    expect(await moveAttempt(tenant.db, { id, to: 'working', round: 1 })).toBe(false)
    expect(await moveAttempt(tenant.db, { id, to: 'working', round: 2 })).toBe(true)
  })

  it('of another tenant cannot be seen or moved', async () => {
    const { id } = await anAttempt(await aTenant())
    const stranger = await aTenant()
    expect(await findAttempt(stranger.db, id)).toBeNull()
    expect(await moveAttempt(stranger.db, { id, to: 'failed' })).toBe(false)
  })

  it('keeps its credentials sealed', async () => {
    const tenant = await aTenant()
    const attempt = await anAttempt(tenant)
    expect(Buffer.from(attempt.pendingSealed ?? []).toString('latin1')).not.toContain('canary')
    expect(await openCredentials(tenant.db, attempt)).toEqual(credentials)
  })
})

describe('a connection', () => {
  it('is the same for the same login, also after a password change', async () => {
    const tenant = await aTenant()
    const first = await link(tenant, await anAttempt(tenant))
    const second = await link(tenant, await anAttempt(tenant), { ...credentials, password: 'new' }, 'grant-2')
    expect(second).toBe(first)
    const connection = await findConnection(tenant.db, first)
    expect(connection && (await openGrant(tenant.db, connection))).toBe('grant-2')
  })

  it('is another for another institution, user or language', async () => {
    const tenant = await aTenant()
    const ids = [
      await link(tenant, await anAttempt(tenant)),
      await link(tenant, await anAttempt(tenant, 2)),
      await link(tenant, await anAttempt(tenant), { ...credentials, username: 'other' }),
      await link(tenant, await anAttempt(tenant), { ...credentials, language: 'fr' as never }),
    ]
    expect(new Set(ids).size).toBe(4)
  })

  it('of the same login at two tenants has nothing in common', async () => {
    const [one, other] = [await aTenant(), await aTenant()]
    const first = await findConnection(one.db, await link(one, await anAttempt(one)))
    const second = await findConnection(other.db, await link(other, await anAttempt(other)))
    expect(first?.loginId).not.toBe(second?.loginId)
    expect(first?.loginFingerprint).not.toEqual(second?.loginFingerprint)
  })
})
