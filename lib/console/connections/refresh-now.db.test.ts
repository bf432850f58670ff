import { expect, it } from 'vitest'
import { hourMs, later } from '#lib/kit/clock.ts'
import { aConnection } from '#prisma/builders/a-connection.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aLostConnection } from '#prisma/builders/a-lost-connection.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withSandboxBank } from '../../../test/banks/with-sandbox-bank.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { askToRepair } from './ask-to-repair.ts'
import { refreshNow } from './refresh-now.ts'
import { viewConnection } from './view-connection.ts'

withTestDatabase()
withSandboxBank()

it('reads a connection again now, and not once its consent has ended (CA1, CA9)', async () => {
  const tenant = await aTenant()
  const desk = await aDesk<'connections.act'>(tenant, 'support')
  const { id, consentId } = await aConnection(tenant)
  const before = await tenant.db.tables.connection.findUniqueOrThrow({ where: { id } })
  expect(await refreshNow(desk, id, new Date())).toEqual({ ok: true, value: null })
  const after = await tenant.db.tables.connection.findUniqueOrThrow({ where: { id } })
  expect(after.refreshedAt?.getTime()).toBeGreaterThan(before.refreshedAt?.getTime() ?? 0)
  await tenant.db.tables.consent.update({ where: { id: consentId }, data: { withdrawnAt: new Date() } })
  expect(await refreshNow(desk, id, new Date())).toEqual({ ok: false, reason: 'consent_ended' })
})

it('the page of a connection offers to read it now only where the consent lets it', async () => {
  const tenant = await aTenant()
  const desk = await aDesk<'connections.view'>(tenant, 'support')
  const mayRead = async (id: string, now: Date) => (await viewConnection(desk, id, now))?.mayReread
  const [once, { id: another }] = [await aConnection(tenant), await aConnection(await aTenant())]
  expect(await mayRead(once.id, new Date())).toBe(true)
  expect(await mayRead(once.id, later(new Date(), 2 * hourMs))).toBe(false)
  expect(await mayRead(another, new Date())).toBeUndefined()
  const again = await aLostConnection(tenant)
  expect(await mayRead(again, later(new Date(), 2 * hourMs))).toBe(true)
  await tenant.db.tables.consent.updateMany({ data: { withdrawnAt: new Date() } })
  expect(await mayRead(again, new Date())).toBe(false)
})

it('a connection of another tenant can be neither refreshed nor repaired', async () => {
  const id = await aLostConnection(await aTenant())
  const stranger = await aDesk<'connections.act'>(await aTenant(), 'owner')
  expect(await refreshNow(stranger, id, new Date())).toEqual({ ok: false, reason: 'unknown' })
  expect(await askToRepair(stranger, { id, isMailed: false }, new Date())).toMatchObject({
    reason: 'unknown',
  })
})

it('the person’s address never leaves for the console: only whether a link can be sent', async () => {
  const tenant = await aTenant()
  const desk = await aDesk<'connections.act'>(tenant, 'support')
  const id = await aLostConnection(tenant, { email: 'canary@example.com' })
  expect(await askToRepair(desk, { id, isMailed: true }, new Date())).toEqual({
    ok: true,
    value: { isShown: false, linkId: expect.stringMatching(/^lnk_/) },
  })
  const orders = await tenant.db.tables.outboxEvent.findMany({ where: { topic: 'mail.link' } })
  expect(orders).toHaveLength(1)
  expect(JSON.stringify(orders[0]?.payload)).not.toContain('canary')
  const link = await tenant.db.tables.link.findFirstOrThrow()
  expect(link.repairsConnectionId).toBe(id)
})
