import { expect, it } from 'vitest'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { auditChoices } from './find-changes.ts'

withTestDatabase()

it('offers each who has changed something once, and no person in their visit', async () => {
  const tenant = await aTenant()
  const other = await aTenant()
  const told = { subject: 'con_1', detail: {} }
  for (const actor of ['worker', 'session:ses_1', 'session:ses_2', 'clock', 'worker', 'session'])
    await recordAudit(tenant.db, { ...told, actor, action: 'consent.given' })
  await recordAudit(tenant.db, { ...told, actor: 'clock', action: 'data.forgotten' })
  await recordAudit(other.db, { ...told, actor: 'zoe', action: 'consent.declined' })
  const { actors, actions } = await auditChoices(await aDesk(tenant, 'owner', 'audit.view'))
  expect(actors.map(({ value }) => value)).toEqual(expect.arrayContaining(['clock', 'session', 'worker']))
  expect(actors.filter(({ value }) => /session:|zoe/.test(value))).toEqual([])
  expect(new Set(actors).size).toBe(new Set(actors.map(({ value }) => value)).size)
  expect(actions).toEqual(expect.arrayContaining(['consent.given', 'data.forgotten']))
  expect(actions).not.toContain('consent.declined')
  expect(actions).toEqual([...new Set(actions)].sort())
})
