import { expect, it } from 'vitest'
import { listSessionEvents } from '#lib/sessions/session-store.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { openVisit } from './open-visit.ts'
import { submitStep } from './submit-step.ts'
import { viewStep } from './view-step.ts'

withTestDatabase()

it('a visit’s journal tells each step once, and of what was refused the reason alone (O15)', async () => {
  const tenant = await aTenant()
  const { id, proof } = await aSession(tenant)
  const look = async () => {
    const opened = await openVisit(id, proof)
    if (!opened.ok) throw new Error(opened.reason)
    await viewStep(opened.value, 'identity', { get: () => null })
    return opened.value
  }
  await Promise.all([look(), look(), look()])
  const typed: Record<string, string> = { email: 'canary at nowhere', fullName: 'Canary Sparrow' }
  await submitStep(await look(), proof, 'identity', { get: (name) => typed[name] ?? '', all: () => [] })
  const events = await listSessionEvents(tenant.db, id, { limit: 10 })
  expect(events.map(({ name, step, detail }) => [name, step, detail])).toEqual([
    ['step_shown', 'identity', {}],
    ['problem_shown', 'identity', { problems: [{ code: 'email_invalid', values: {} }] }],
  ])
  expect(JSON.stringify(events.map(({ detail }) => detail))).not.toMatch(/canary|sparrow/i)
})
