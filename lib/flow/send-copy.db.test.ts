import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import type { AttemptId } from '#lib/kit/ids.ts'
import { hasEvent, swapFacts } from '#lib/sessions/session-store.ts'
import { aConnection } from '#prisma/builders/a-connection.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { startMailbox } from '../../test/mail/start-mailbox.ts'
import { copySent, sendCopy } from './send-copy.ts'

withTestDatabase()
let bank: RunningBank
let mailbox: Awaited<ReturnType<typeof startMailbox>>

beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1 })
  mailbox = await startMailbox()
  Object.assign(process.env, { BANK_URL: bank.url, SMTP_URL: mailbox.url })
  await seedInstitutions()
})
afterAll(async () => {
  await bank.close()
  mailbox.close()
})

/** A visit that shares an account, by somebody whose address is known. */
const sharing = async (tenant: BuiltTenant, email: string) => {
  const { db } = tenant
  const { sessionId, consentId } = await aConnection(tenant)
  const document = { scopes: [], recipients: [] }
  await db.tables.consent.updateMany({ where: { id: consentId }, data: { document } })
  const details = { fullName: 'Zoé Roy', email }
  const { claimId } = await inTransaction(db, (tx) => recordClaim(tx, { sessionId, details }))
  const attempt = await db.tables.attempt.findFirst({ where: { sessionId } })
  const at = new Date().toISOString()
  const facts = {
    identity: { at, claimId },
    consent: { at, consentId, decision: 'given' as const, optional: [] },
    institution: { at, institutionId: 14 },
    attempt: { at, attemptId: attempt?.id as AttemptId },
  }
  await swapFacts(db, { id: sessionId, version: 0 }, facts, { name: 'built' })
  return sessionId
}

it('the copy of what is shared is one mail, however often its job runs (AU8)', async () => {
  const tenant = await aTenant()
  const email = 'zoe.roy@example.com'
  const sessionId = await sharing(tenant, email)
  const event = { eventId: crypto.randomUUID(), sessionId }
  for (let run = 0; run < 2; run++) await sendCopy(tenant.db, event)
  expect(mailbox.codesTo(email)).toHaveLength(1)
  expect(await hasEvent(tenant.db, sessionId, copySent)).toBe(true)
})
