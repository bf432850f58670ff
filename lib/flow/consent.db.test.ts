import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson, hashDocument } from '#lib/consents/consent.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { mintId } from '#lib/kit/ids.ts'
import { publishFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { aSession, type BuiltSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { changeLanguage } from './change-language.ts'
import { type OpenVisit, openVisit } from './open-visit.ts'
import { consentStep } from './steps/consent.ts'
import { submitStep } from './submit-step.ts'

withTestDatabase()
beforeAll(async () => {
  await seedInstitutions()
})

const opened = async ({ id, proof }: BuiltSession): Promise<OpenVisit> => {
  const open = await openVisit(id, proof)
  if (!open.ok) throw new Error(open.reason)
  return open.value
}

const formOf = (fields: Readonly<Record<string, string | readonly string[]>>) => ({
  get: (name: string) => [fields[name] ?? ''].flat()[0] ?? '',
  all: (name: string) => [fields[name] ?? []].flat(),
})

const noQuery = { get: () => null }
const shownTo = async (session: BuiltSession) => consentStep.view(await opened(session), noQuery)

const answer = async (session: BuiltSession, fields: Readonly<Record<string, string | readonly string[]>>) =>
  submitStep(await opened(session), session.proof, 'consent', formOf(fields))

const consentsOf = ({ db }: BuiltTenant, { id }: BuiltSession) =>
  db.tables.consent.findMany({ where: { sessionId: id } })

const atConsent = { preset: 'connect' as const, identityFields: [] }

describe('a consent form that comes again', () => {
  it('changes nothing while it says the same, and is a new consent once it says something else', async () => {
    const tenant = await aTenant(atConsent)
    const session = await aSession(tenant)
    const { documentHash: document } = await shownTo(session)
    const agreed = { decision: 'agree', document, scope: ['transactions_90'] }
    await answer(session, agreed)
    await answer(session, agreed)
    expect(await consentsOf(tenant, session)).toHaveLength(1)
    await answer(session, { ...agreed, scope: [] })
    expect(await consentsOf(tenant, session)).toHaveLength(2)
  })
})

describe('what is stored of a consent', () => {
  it('is the text that was shown, with its hash, language, scopes, purposes, recipients, end and links (CA7, R2)', async () => {
    const tenant = await aTenant({ ...atConsent, recipients: ['Prairie Credit Insurance'], consentDays: 30 })
    const session = await aSession(tenant)
    const { document, documentHash } = await shownTo(session)
    await answer(session, {
      decision: 'agree',
      document: documentHash,
      scope: ['transactions_90', 'statements'],
    })
    const [stored, ...others] = await consentsOf(tenant, session)
    expect(others).toEqual([])
    expect(canonicalJson(stored?.document)).toBe(canonicalJson(document))
    expect(Buffer.from(stored?.documentHash ?? []).toString('hex')).toBe(documentHash)
    expect(stored).toMatchObject({ language: 'en', decision: 'given', withdrawnAt: null })
    // What was not asked for is not agreed to, however it came into the form.
    expect(stored?.scopes).toEqual(['account_basics', 'account_numbers', 'transactions_90'])
    expect(document).toMatchObject({ recipients: ['Prairie Credit Insurance'], durationDays: 30 })
    expect(document.scopes.map(({ purpose }) => purpose)).toEqual([
      'To tell accounts apart',
      'To pay out',
      'To check income',
    ])
    expect(document.notices.privacyUrl).toBe('https://test.example/privacy')
    expect((stored?.expiresAt?.getTime() ?? 0) - (stored?.decidedAt.getTime() ?? 0)).toBe(30 * 86_400_000)
  })

  it('is not changed by anything the tenant publishes later (R5)', async () => {
    const tenant = await aTenant(atConsent)
    const session = await aSession(tenant)
    const shown = await shownTo(session)
    await answer(session, { decision: 'agree', document: shown.documentHash })
    const [before] = await consentsOf(tenant, session)
    const { policy } = await opened(session)
    const both = { en: 'Something else', fr: 'Autre chose' }
    const scopes = policy.scopes.map((scope) => ({ ...scope, purpose: both }))
    await publishFlowPolicy(tenant.db, { ...policy, scopes, consentDays: 7 })
    const [after] = await consentsOf(tenant, session)
    expect(after).toEqual(before)
    expect(hashDocument(after?.document)).toEqual(after?.documentHash)
    expect((await shownTo(session)).documentHash).toBe(shown.documentHash)
  })

  it('is nothing when the words changed since the page was made: it comes back and says so', async () => {
    const tenant = await aTenant(atConsent)
    const session = await aSession(tenant)
    const { documentHash } = await shownTo(session)
    await changeLanguage(await opened(session), 'fr')
    for (const decision of ['agree', 'decline']) {
      expect(await answer(session, { decision, document: documentHash })).toEqual({ step: 'consent' })
      expect(await consentsOf(tenant, session)).toEqual([])
    }
    const now = await shownTo(session)
    await answer(session, { decision: 'agree', document: now.documentHash })
    expect(await consentsOf(tenant, session)).toMatchObject([{ language: 'fr', decision: 'given' }])
  })
})

describe('before a bank is asked', () => {
  const credentials = { username: 'Greatday', password: 'Everyday' }
  const institution = { at: '2026-01-02T03:04:05.000Z', institutionId: 14 }
  const tryToSignIn = async (tenant: BuiltTenant, session: BuiltSession) => {
    const open = await opened(session)
    const destination = await submitStep(open, session.proof, 'login', formOf(credentials))
    expect(await tenant.db.tables.attempt.count({ where: { sessionId: session.id } })).toBe(0)
    return destination
  }

  it('a consent stands in the database: without one no attempt begins (CA1)', async () => {
    const tenant = await aTenant(atConsent)
    expect(await tryToSignIn(tenant, await aSession(tenant, { institution }))).toEqual({ step: 'consent' })
    const consent = {
      at: institution.at,
      consentId: mintId('con'),
      decision: 'given' as const,
      optional: [],
    }
    // A fact that no stored row stands behind opens nothing.
    await tryToSignIn(tenant, await aSession(tenant, { institution, consent }))
  })

  it('a refusal ends the visit, and nothing is asked (CA1, QC1)', async () => {
    const tenant = await aTenant(atConsent)
    const session = await aSession(tenant)
    const { documentHash } = await shownTo(session)
    await answer(session, { decision: 'decline', document: documentHash })
    expect(await consentsOf(tenant, session)).toMatchObject([
      { decision: 'declined', scopes: [], expiresAt: null },
    ])
    expect(await tryToSignIn(tenant, session)).toEqual({ step: 'done' })
  })
})

describe('where the bank is chosen first', () => {
  it('the request names it, and another bank is asked for anew (UK1)', async () => {
    const tenant = await aTenant({ ...atConsent, preset: 'bank_first' })
    const session = await aSession(tenant)
    const choose = async (institutionId: number) =>
      submitStep(
        await opened(session),
        session.proof,
        'institution',
        formOf({ institutionId: String(institutionId) }),
      )
    expect(await choose(14)).toEqual({ step: 'consent' })
    const { document, documentHash } = await shownTo(session)
    expect(document.institutionName).toMatch(/Capital/)
    expect(await answer(session, { decision: 'agree', document: documentHash })).toEqual({ step: 'login' })
    // The same bank once more is no other choice: what was agreed for it stands.
    expect(await choose(14)).toEqual({ step: 'login' })
    expect(await choose(9001)).toEqual({ step: 'consent' })
    expect((await shownTo(session)).document.institutionName).toMatch(/Sandbox/)
    expect(await answer(session, { decision: 'agree', document: documentHash })).toEqual({ step: 'consent' })
    expect(await consentsOf(tenant, session)).toHaveLength(1)
  })
})
