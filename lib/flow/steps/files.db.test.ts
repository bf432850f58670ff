import { describe, expect, it } from 'vitest'
import { chooseAccounts } from '#lib/accounts/choose-accounts.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { listTransactions } from '#lib/accounts/record-transactions.ts'
import { findConnection } from '#lib/connections/connection-store.ts'
import { forgetLeftFiles } from '#lib/connections/handed-file-store.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { unlistedId } from '#lib/institutions/listing.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { mintId } from '#lib/kit/ids.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { listStatements, readStatement } from '../api/read-statements.ts'
import { closeConnection } from '../close-connection.ts'
import { fetchAccounts } from '../fetch-accounts.ts'
import { fetchTransactions } from '../fetch-transactions.ts'
import { openVisit } from '../open-visit.ts'
import { rereadConnection } from '../reread-connection.ts'
import { seenOf } from '../seen.ts'
import { submitStep } from '../submit-step.ts'

withTestDatabase()

const today = new Date().toISOString().slice(0, 10)
const csvOf = (account: string, ...amounts: string[]): string =>
  `Date,Account Number,Description,Amount\n${amounts.map((amount) => `${today},${account},Coffee,${amount}\n`).join('')}`
const pdf = '%PDF-1.4\npaper\n%%EOF'

const named = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })

/** A visit that has consented and is asked for files; `email` is proven where it is given. */
const aVisit = async (tenant: BuiltTenant, email: string | null = null) => {
  const { db } = tenant
  await seedInstitutions()
  const at = new Date().toISOString()
  const consentId = mintId('con')
  const claim = { verified: undefined as { at: string; claimId: string } | undefined }
  const institution = { at, institutionId: unlistedId, byFiles: true as const }
  const { id, proof } = await aSession(tenant, {})
  if (email !== null) {
    const { claimId } = await recordClaim(db, { sessionId: id, details: { email } })
    await db.tables.identityClaim.updateMany({
      where: { id: claimId },
      data: { provenAt: new Date(), channel: 'email' },
    })
    claim.verified = { at, claimId }
  }
  const facts = {
    consent: { at, consentId, decision: 'given', optional: [] },
    institution,
    ...(claim.verified ? claim : {}),
  }
  await db.tables.session.updateMany({ where: { id }, data: { facts } })
  const scopes = ['account_basics', 'account_numbers', 'transactions_90', 'statements']
  const document = { version: 1, title: 'Built' }
  await recordConsent(db, {
    id: consentId,
    sessionId: id,
    decision: 'given',
    language: 'en',
    document,
    scopes,
    days: 90,
    decidedAt: new Date(),
  })
  return { db, id, proof }
}
type Visit = Awaited<ReturnType<typeof aVisit>>

const opened = async ({ id, proof }: Visit) => {
  const open = await openVisit(id, proof)
  if (!open.ok) throw new Error(open.reason)
  return open.value
}

/** Hands files in, with a worker that reads the accounts meanwhile; answers the step that is due. */
const handIn = async (visit: Visit, ...files: ReturnType<typeof named>[]): Promise<string> => {
  const open = await opened(visit)
  const fields: Record<string, string> = { kind: 'chequing', seen: seenOf(open) }
  const form = { get: (name: string) => fields[name] ?? '', all: () => [], files }
  const submitted = submitStep(open, visit.proof, 'files', form)
  const isDone = submitted.then(() => true)
  while (!(await Promise.race([isDone, new Promise<false>((go) => setImmediate(() => go(false)))]))) {
    const where = { sessionId: visit.id, status: 'linked' as const, accountsReadAt: null }
    const attempt = await visit.db.tables.attempt.findFirst({ where })
    if (attempt?.connectionId)
      await fetchAccounts(visit.db, { attemptId: attempt.id, connectionId: attempt.connectionId })
  }
  return (await submitted).step
}

const connectionOf = async (visit: Visit) => {
  const { connection } = await opened(visit)
  if (!connection) throw new Error('nothing was linked')
  return connection
}

const finish = async (db: TenantDb, connectionId: string): Promise<void> => {
  const accounts = await listAccounts(db, connectionId)
  const ids = accounts.map(({ id }) => id)
  await inTransaction(db, (tx) => chooseAccounts(tx, connectionId, ids, new Date()))
  await fetchTransactions(db, { connectionId, days: 90, readId: connectionId, sessionId: null })
}

const policy: Partial<FlowPolicy> = { acceptsFiles: true, preset: 'connect', identityFields: [] }

describe('files that a person hands in', () => {
  it('are read into accounts and transactions, and what was read of them is forgotten once that is stored', async () => {
    const visit = await aVisit(await aTenant(policy))
    expect(await handIn(visit, named('a.csv', csvOf('1234567', '-4.50', '-4.50')))).toBe('accounts')
    const { db } = visit
    const connection = await connectionOf(visit)
    expect(await db.tables.handedFile.count()).toBe(1)
    await finish(db, connection.id)
    const [account] = await listAccounts(db, connection.id)
    expect(account?.details).toMatchObject({ accountNumber: '1234567', holders: [] })
    const amounts = (await listTransactions(db, account?.id ?? '')).map(({ amount }) => amount)
    expect(amounts).toEqual(['-4.50', '-4.50'])
    expect(await db.tables.handedFile.count()).toBe(0)
  })

  it('cannot be read anew: who asks for today’s data hears that new files are needed', async () => {
    const visit = await aVisit(await aTenant(policy))
    await handIn(visit, named('a.csv', csvOf('1234567', '-4.50')))
    const { id } = await connectionOf(visit)
    await finish(visit.db, id)
    const connection = await findConnection(visit.db, id)
    const consent = connection && (await findConsent(visit.db, connection.consentId))
    if (!connection || !consent) throw new Error('it is gone')
    expect(await rereadConnection(visit.db, connection, consent)).toMatchObject({
      ok: false,
      reason: { code: 'files_needed' },
    })
  })

  it('bring the same connection up to date for who has proven the same address, and for nobody else', async () => {
    const tenant = await aTenant(policy)
    const first = await aVisit(tenant, 'jane@example.com')
    await handIn(first, named('a.csv', csvOf('1234567', '-4.50')))
    const { id, loginId } = await connectionOf(first)
    await finish(first.db, id)
    const [known] = await listAccounts(first.db, id)
    const again = await aVisit(tenant, 'jane@example.com')
    await handIn(
      again,
      named('b.csv', csvOf('1234567', '-4.50', '-1.00')),
      named('c.csv', csvOf('99', '7.00')),
    )
    expect((await connectionOf(again)).loginId).toBe(loginId)
    await finish(again.db, id)
    const accounts = await listAccounts(again.db, id)
    expect(accounts.map((account) => account.id)).toContain(known?.id)
    expect(accounts).toHaveLength(2)
    expect(await listTransactions(again.db, known?.id ?? '')).toHaveLength(2)
    for (const email of ['eve@example.com', null]) {
      const stranger = await aVisit(tenant, email)
      await handIn(stranger, named('a.csv', csvOf('1234567', '-4.50')))
      expect((await connectionOf(stranger)).loginId).not.toBe(loginId)
    }
  })

  it('close no account that is only not in them', async () => {
    const tenant = await aTenant(policy)
    for (const account of ['1111111', '2222222']) {
      const visit = await aVisit(tenant, 'jane@example.com')
      await handIn(visit, named('a.csv', csvOf(account, '-4.50')))
      await finish(visit.db, (await connectionOf(visit)).id)
    }
    const { id } = await tenant.db.tables.connection.findFirstOrThrow()
    expect((await listAccounts(tenant.db, id)).map(({ unavailable }) => unavailable)).toEqual([null, null])
  })

  it('that are papers stay sealed until the connection is closed', async () => {
    const visit = await aVisit(await aTenant(policy))
    expect(await handIn(visit, named('june.pdf', pdf), named('same.pdf', pdf))).toBe('accounts')
    const { db } = visit
    const connection = await connectionOf(visit)
    await finish(db, connection.id)
    const accounts = await listAccounts(db, connection.id)
    const listed = await listStatements(db, connection, accounts, 12)
    if (!listed.ok) throw new Error('not listed')
    const [paper, ...others] = listed.value.flatMap(({ account, statements }) =>
      statements.map(({ key }) => ({ accountKey: account.details.key, statementKey: key })),
    )
    expect(others).toEqual([])
    if (!paper) throw new Error('no paper')
    const bytes = await readStatement(db, connection, paper)
    expect(bytes.ok && Buffer.from(bytes.value).toString()).toBe(pdf)
    const { contentSealed } = await db.tables.handedFile.findFirstOrThrow()
    expect(Buffer.from(contentSealed).toString('latin1')).not.toContain(Buffer.from(pdf).toString('base64'))
    await inTransaction(db, (tx) => closeConnection(tx, connection, false))
    expect(await db.tables.handedFile.count()).toBe(0)
  })

  it('with one that cannot be read change nothing, and the page says which it was', async () => {
    const visit = await aVisit(await aTenant(policy))
    expect(await handIn(visit, named('a.csv', csvOf('1234567', '-4.50')), named('b.exe', 'MZ\0'))).toBe(
      'files',
    )
    expect((await opened(visit)).attempt).toBeNull()
    expect(await visit.db.tables.handedFile.count()).toBe(0)
  })

  it('are forgotten by the job where nothing came of them', async () => {
    const visit = await aVisit(await aTenant(policy))
    await handIn(visit, named('a.csv', csvOf('1234567', '-4.50')))
    const { id } = await visit.db.tables.attempt.findFirstOrThrow()
    await forgetLeftFiles(visit.db, id)
    await forgetLeftFiles(visit.db, id)
    expect(await visit.db.tables.handedFile.count()).toBe(0)
  })
})
