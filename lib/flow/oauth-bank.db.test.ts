import { describe, expect, it } from 'vitest'
import { setChosen } from '#lib/accounts/account-store.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { findConnection } from '#lib/connections/connection-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { listRoutes, switchRoute } from '#lib/institutions/route-store.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { breakages } from '../../test/banks/breaking-proxy.ts'
import { withFdxBank } from '../../test/banks/fdx-world.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { endConsent } from './end-consent.ts'
import { fetchAccounts } from './fetch-accounts.ts'
import { fetchTransactions } from './fetch-transactions.ts'
import { rereadConnection } from './reread-connection.ts'
import { withdrawConsent } from './withdraw-consent.ts'

withTestDatabase()
const { proxy, aConnection, grantOfConnection, age } = withFdxBank()

type Built = Awaited<ReturnType<typeof aConnection>> & { readonly tenant: BuiltTenant }

/** Somebody who has just linked, at a tenant of their own: a login that comes again is the same connection. */
const link = async (door: 'open' | 'fapi', username: string): Promise<Built> => {
  const tenant = await aTenant()
  return { ...(await aConnection(tenant, door, username)), tenant }
}

const readAccounts = ({ tenant, id, attemptId }: Built) =>
  fetchAccounts(tenant.db, { connectionId: id, attemptId })

/** The person chooses all of them, and their history is read. */
const readHistory = async ({ tenant, id, sessionId }: Built): Promise<void> => {
  const ids = (await listAccounts(tenant.db, id)).map((account) => account.id)
  await setChosen(tenant.db, { connectionId: id, ids }, new Date())
  await fetchTransactions(tenant.db, { connectionId: id, days: 90, readId: `read ${id}`, sessionId })
}

const kept = async ({ tenant, id }: Built) => {
  const accounts = await listAccounts(tenant.db, id)
  const pages = await tenant.db.tables.transactionPage.findMany({ where: { account: { connectionId: id } } })
  return { accounts: accounts.map(({ details }) => details.key), months: pages.length }
}

const reread = async ({ tenant, id, consentId }: Built) => {
  const [connection, consent] = await Promise.all([
    findConnection(tenant.db, id),
    findConsent(tenant.db, consentId),
  ])
  if (!connection || !consent) throw new Error('not built')
  return rereadConnection(tenant.db, connection, consent)
}

const attentionsOf = async ({ tenant, id }: Built): Promise<number> =>
  tenant.db.tables.webhookMessage.count({
    where: { eventName: 'connection.attention.needed', data: { path: ['connectionId'], equals: id } },
  })

describe('accounts and history of a bank that speaks OAuth', () => {
  it('are read whole although any one answer of the reading broke, and nothing twice', async () => {
    const whole = await link('open', 'one_account')
    await readAccounts(whole)
    await readHistory(whole)
    const meant = await kept(whole)
    expect(meant.accounts).toHaveLength(1)
    expect(meant.months).toBeGreaterThan(2)
    for (const how of breakages.filter((one) => one !== 'silent')) {
      const broken = await link('open', 'one_account')
      proxy().breakAt(2, how)
      await readAccounts(broken)
      proxy().breakAt(1, how)
      await readHistory(broken).catch(() => undefined)
      proxy().letThrough()
      await readHistory(broken)
      await readHistory(broken)
      expect([how, await kept(broken)]).toEqual([how, meant])
    }
  })

  it('are read again with a grant that was renewed on the way', async () => {
    const built = await link('fapi', 'one_account')
    await readAccounts(built)
    await readHistory(built)
    await age(built.tenant, built.id)
    const before = await grantOfConnection(built.tenant, built.id)
    expect((await reread(built)).ok).toBe(true)
    expect(await grantOfConnection(built.tenant, built.id)).not.toBe(before)
    expect((await kept(built)).accounts).toHaveLength(1)
  })
})

describe('a consent that ends', () => {
  it('at the bank leaves the connection waiting for the person, and its tenant hears of it once', async () => {
    const built = await link('open', 'consent_withdrawn')
    await readAccounts(built)
    await readHistory(built)
    expect(await reread(built)).toMatchObject({ ok: false, reason: { code: 'access_ended' } })
    expect(await reread(built)).toMatchObject({ ok: false, reason: { code: 'access_ended' } })
    expect((await findConnection(built.tenant.db, built.id))?.fetchFault).toBe('access_ended')
    expect(await attentionsOf(built)).toBe(1)
    // What was read before is still there.
    expect((await kept(built)).accounts.length).toBeGreaterThan(0)
  })

  it('here ends at the bank as well, over a way that was switched off too: neither token reads nor renews any more (CA9)', async () => {
    const built = await link('open', 'one_account')
    const grant = await grantOfConnection(built.tenant, built.id)
    const connection = await findConnection(built.tenant.db, built.id)
    const { db } = built.tenant
    const withdrawal = { consentId: built.consentId, isDataDeleted: false, actor: 'person' }
    // Nobody is sent over this way any more; what ends still goes over it.
    const routes = await listRoutes(db)
    for (const { id } of routes) await switchRoute(db, id, new Date())
    expect((await withdrawConsent(db, withdrawal)).ok).toBe(true)
    await endConsent(db, { consentId: built.consentId, isDataDeleted: false })
    expect(await grantOfConnection(built.tenant, built.id)).toBe('')
    for (const { id } of routes) await switchRoute(db, id, null)
    if (!connection) throw new Error('not built')
    const renewed = await callConnector(db, connection, 10_000, async ({ renewal }, ctx) =>
      renewal ? renewal.renew(ctx, grant) : { ok: true, value: '' },
    )
    expect(renewed).toMatchObject({ ok: false, reason: { code: 'access_ended' } })
  })
})
