import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { findHolderScores } from '#lib/identity/holder-scores.ts'
import type { ClaimDetails } from '#lib/identity/identity.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { findSession, swapFacts } from '#lib/sessions/session-store.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { aConnection } from '#prisma/builders/a-connection.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { dueHolderCheck } from './check-holder.ts'
import { fetchAccounts } from './fetch-accounts.ts'

withTestDatabase()
let bank: RunningBank

beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1 })
  process.env.BANK_URL = bank.url
})
afterAll(() => bank.close())

const stopping: Partial<FlowPolicy> = {
  matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'stop', onNoData: 'go_on' },
}

/** Somebody who signed in at the bank, without a scope that would let the holder be kept. */
const signedIn = async (policy: Partial<FlowPolicy> = stopping, username = 'greatday_nomfa') => {
  const tenant = await aTenant(policy)
  const scopes = ['account_basics', 'account_numbers']
  const { id: connectionId, sessionId } = await aConnection(tenant, { username, scopes })
  const { db } = tenant
  const { id: attemptId } = await db.tables.attempt.findFirstOrThrow({ where: { sessionId } })
  return { db, sessionId, ids: { connectionId, attemptId } }
}
type SignedIn = Awaited<ReturnType<typeof signedIn>>

const say = async ({ db, sessionId }: SignedIn, details: ClaimDetails): Promise<string> => {
  const { claimId } = await recordClaim(db, { sessionId, details })
  const session = await findSession(db, sessionId)
  if (!session) throw new Error('no session')
  const identity = { at: new Date().toISOString(), claimId }
  const where = { id: session.id, version: session.factsVersion }
  await swapFacts(db, where, { ...session.facts, identity }, { name: 'built' })
  return claimId
}
const checksOf = ({ db }: SignedIn) => db.tables.holderCheck.findMany({ orderBy: { id: 'asc' } })

describe('the holder that a bank names', () => {
  it('is compared once, however often the job runs, and only how far it agrees is kept', async () => {
    const visit = await signedIn()
    const claimId = await say(visit, { fullName: 'Doe, John', email: 'someone@example.com' })
    await fetchAccounts(visit.db, visit.ids)
    await Promise.all([fetchAccounts(visit.db, visit.ids), fetchAccounts(visit.db, visit.ids)])
    const checks = await checksOf(visit)
    expect(checks).toMatchObject([{ claimId, outcome: 'match', decision: 'go_on', askedAt: null }])
    expect(await findHolderScores(visit.db, checks[0]?.id ?? '')).toEqual({ fullName: 1, email: 0 })
    for (const { details } of await listAccounts(visit.db, visit.ids.connectionId))
      expect(details.holders).toEqual([])
    const events = await visit.db.tables.sessionEvent.findMany({ where: { name: 'holder_checked' } })
    expect(events.map(({ detail }) => detail)).toEqual([{ outcome: 'match', decision: 'go_on' }])
  })

  it('is compared anew with what the person corrected, by asking the bank again', async () => {
    const visit = await signedIn()
    await say(visit, { fullName: 'Katarzyna Wiśniewska' })
    await fetchAccounts(visit.db, visit.ids)
    expect(await dueHolderCheck(visit.db, visit.ids.attemptId)).toBeNull()
    await say(visit, { fullName: 'John Doe' })
    expect(await dueHolderCheck(visit.db, visit.ids.attemptId)).not.toBeNull()
    await fetchAccounts(visit.db, visit.ids)
    expect(await checksOf(visit)).toMatchObject([
      { outcome: 'mismatch', decision: 'stop' },
      { outcome: 'match', decision: 'go_on' },
    ])
  })

  it.each([
    ['business', 'Northern Lights Bakery Incorporated', 'match'],
    ['joint_holders', 'Jane Doe', 'match'],
    ['no_contact', 'John Doe', 'partial'],
    ['other_name', 'Katarzyna Wisniewska', 'match'],
    ['other_name', 'John Doe', 'mismatch'],
  ])('of %s beside %s: %s', async (username, fullName, outcome) => {
    const visit = await signedIn(stopping, username)
    await say(visit, { fullName })
    await fetchAccounts(visit.db, visit.ids)
    expect(await checksOf(visit)).toMatchObject([{ outcome }])
  })

  it('is nobody’s business where the tenant asks for nothing that a bank could confirm', async () => {
    const visit = await signedIn({ ...stopping, identityFields: [{ name: 'reference', required: true }] })
    await say(visit, { reference: 'A-42' })
    await fetchAccounts(visit.db, visit.ids)
    expect(await checksOf(visit)).toEqual([])
  })

  it('stops nobody who left all that is optional empty', async () => {
    const visit = await signedIn({
      matchRules: { match: 0.9, partial: 0.7, onPartial: 'stop', onMismatch: 'stop', onNoData: 'stop' },
    })
    await say(visit, {})
    await fetchAccounts(visit.db, visit.ids)
    expect(await checksOf(visit)).toMatchObject([{ outcome: 'no_data', decision: 'go_on' }])
  })

  it('who tells the bank nothing stops a visit where the tenant says so', async () => {
    const visit = await signedIn(
      { matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'flag', onNoData: 'stop' } },
      'no_contact',
    )
    await say(visit, { phone: '+15143337777' })
    await fetchAccounts(visit.db, visit.ids)
    expect(await checksOf(visit)).toMatchObject([{ outcome: 'no_data', decision: 'stop' }])
  })
})
