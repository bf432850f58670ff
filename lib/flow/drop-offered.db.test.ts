import { describe, expect, it } from 'vitest'
import { chooseAccounts } from '#lib/accounts/choose-accounts.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { recordAccounts } from '#lib/accounts/record-accounts.ts'
import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { linkConnection } from '#lib/connections/link-connection.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { closeSession } from '#lib/sessions/session-store.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { dropOffered } from './drop-offered.ts'

withTestDatabase()

const credentials = { username: 'greatday', password: 'Everyday', language: 'en' as const }

/** A visit that has just linked the login. */
const aLinkedVisit = async (tenant: BuiltTenant) => {
  const { db } = tenant
  const { id: sessionId } = await aSession(tenant)
  const id = mintId('att')
  const way = { connectorId: 'sandbox', routeId: null }
  const ids = { consentId: mintId('con'), institutionId: 14, way }
  await startAttempt(db, { id, sessionId, ...ids, credentials, now: new Date() })
  const attempt = await findAttempt(db, id)
  if (!attempt) throw new Error('no attempt was begun')
  const connectionId = await inTransaction(db, async (tx) => {
    const linked = await linkConnection(tx, attempt, {
      credentials,
      grant: 'grant',
      now: new Date(),
      isDemo: false,
    })
    await moveAttempt(tx, { id, to: 'linked' }, { connectionId: linked, pendingSealed: null })
    return linked
  })
  return { sessionId, connectionId }
}

const bankAccount = (key: string) => ({
  key,
  title: `Account ${key}`,
  kind: 'chequing' as const,
  ownership: 'personal' as const,
  currency: 'CAD' as const,
  institutionNumber: '777',
  transitNumber: '12347',
  accountNumber: `764126${key.charCodeAt(0)}`,
  balance: { available: null, current: null, limit: null },
  overdraftLimit: null,
  holders: [],
  unavailable: null,
})

describe('two visits of the same login at once', () => {
  it('take from each other nothing that is still being chosen from', async () => {
    const tenant = await aTenant()
    const { db } = tenant
    const [first, second] = [await aLinkedVisit(tenant), await aLinkedVisit(tenant)]
    expect(second.connectionId).toBe(first.connectionId)
    const accounts = ['a', 'b', 'c'].map(bankAccount)
    const scopes = ['account_basics', 'account_numbers']
    await inTransaction(db, (tx) =>
      recordAccounts(tx, first.connectionId, { accounts, scopes, fetchedAt: new Date() }),
    )
    const end = async ({ sessionId, connectionId }: typeof first) => {
      await closeSession(db, sessionId, 'finished', new Date())
      await dropOffered(db, connectionId, { sessionId, now: new Date() })
      return (await listAccounts(db, connectionId)).length
    }
    const [chosen] = await listAccounts(db, first.connectionId)
    await chooseAccounts(db, first.connectionId, [chosen?.id ?? ''], new Date())
    expect(await end(first)).toBe(3)
    expect(await end(second)).toBe(1)
  })
})
