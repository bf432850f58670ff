import { beforeAll, describe, expect, it } from 'vitest'
import { openVisit } from '#lib/flow/open-visit.ts'
import { submitStep } from '#lib/flow/submit-step.ts'
import { viewStep } from '#lib/flow/view-step.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { aSession, type BuiltSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { statementsOf } from '../database/statements-of.ts'
import { withTestDatabase } from '../database/with-test-database.ts'

withTestDatabase()
let tenant: BuiltTenant
beforeAll(async () => {
  await seedInstitutions()
  tenant = await aTenant()
})

const at = new Date().toISOString()
const identity = { identity: { at, claimId: 'idc_built' }, verified: { at, claimId: 'idc_built' } }
const consent = { consent: { at, consentId: 'con_built', decision: 'given' as const, optional: [] } }
const institution = { institution: { at, institutionId: 14 } }

const look = async ({ id, proof }: BuiltSession, step: StepId, query = ''): Promise<void> => {
  const open = await openVisit(id, proof)
  if (!open.ok) throw new Error(open.reason)
  const page = await viewStep(open.value, step, new URLSearchParams(query))
  if (!page.ok) throw new Error(`${page.reason} is due`)
}

const send = async ({ id, proof }: BuiltSession, step: StepId, fields: Record<string, string>) => {
  const open = await openVisit(id, proof)
  if (!open.ok) throw new Error(open.reason)
  const form = {
    get: (name: string) => fields[name] ?? '',
    all: (name: string) => [fields[name] ?? []].flat(),
  }
  return submitStep(open.value, proof, step, form)
}

// What is kept in memory (brand, policy, directory, routes, keys) is read before anybody counts.
// Beside what is named, one more look each five seconds at what memory holds: has the directory changed?
const nowAndThen = 1

describe('a door asks the database so often, and no more', () => {
  // The visit with its tenant; that the page was shown is written the first time only.
  it.each([
    ['identity', {}, ''],
    ['consent', identity, ''],
    ['institution', { ...identity, ...consent }, ''],
    ['institution', { ...identity, ...consent }, 'q=credit'],
    ['login', { ...identity, ...consent, ...institution }, ''],
  ] as const)('twice for the first look at the page of %s, then once', async (step, facts, query) => {
    await look(await aSession(tenant, facts), step, query)
    const session = await aSession(tenant, facts)
    const first = await statementsOf(() => look(session, step, query))
    expect(first.filter((text) => /insert into "SessionEvent"/.test(text))).toHaveLength(1)
    expect(first.length).toBeLessThanOrEqual(2 + nowAndThen)
    const again = await statementsOf(() => look(session, step, query))
    expect(again.filter((text) => /from "Session"/.test(text))).toHaveLength(1)
    expect(again.length).toBeLessThanOrEqual(1 + nowAndThen)
  })

  // The visit with its tenant, then fact and event in one statement; what is due follows from what was written.
  it('twice for the form of a step', async () => {
    const session = await aSession(tenant, { ...identity, ...consent })
    await look(session, 'institution')
    const sent = await statementsOf(() => send(session, 'institution', { institutionId: '14' }))
    expect(sent.filter((text) => /insert into "SessionEvent"/.test(text))).toHaveLength(1)
    expect(sent.length).toBeLessThanOrEqual(2 + nowAndThen)
  })
})
