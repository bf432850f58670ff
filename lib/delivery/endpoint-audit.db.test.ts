import { expect, it } from 'vitest'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { createEndpoint } from './create-endpoint.ts'
import { deleteEndpoint } from './delete-endpoint.ts'
import { updateEndpoint } from './update-endpoint.ts'
import { newEndpointSchema } from './webhook-endpoint.ts'

withTestDatabase()

it('every change of an endpoint is in the log with before and after, and no secret of it', async () => {
  const { db } = await aTenant()
  const asked = { url: 'https://shop.example/hooks?key=canary', eventNames: ['consent.given'] }
  const made = await createEndpoint(db, newEndpointSchema.parse(asked), 'staff:ana')
  if (!made.ok) throw new Error(made.reason)
  const { endpoint, secret } = made.value
  const change = (to: Parameters<typeof updateEndpoint>[2]) =>
    updateEndpoint(db, endpoint.id, to, 'staff:ana')
  await change({ url: 'https://shop.example/hooks?key=canary-2', eventNames: [] })
  await change({ isPaused: true })
  await change({ url: 'https://other.example/' })
  await deleteEndpoint(db, endpoint.id, 'staff:ben')
  const entries = await db.tables.auditEntry.findMany({
    where: { subject: endpoint.id },
    orderBy: { sequence: 'asc' },
    select: { action: true, actor: true, detail: true },
  })
  const told = { address: 'https://shop.example/hooks?…', envelope: 'standard', isTest: false }
  expect(entries.map(({ detail }) => detail)).toEqual([
    {
      'after.address': told.address,
      'after.envelope': 'standard',
      'after.eventNames': '["consent.given"]',
      'after.isTest': false,
      'after.isOn': true,
    },
    {
      'before.eventNames': '["consent.given"]',
      'after.eventNames': '[]',
      isAddressChanged: true,
    },
    { 'before.isOn': true, 'after.isOn': false, 'after.stoppedBecause': 'paused' },
    {
      'before.address': told.address,
      'after.address': 'https://other.example/',
      isAddressChanged: true,
    },
    {
      'before.address': 'https://other.example/',
      'before.envelope': 'standard',
      'before.eventNames': '[]',
      'before.isTest': false,
      'before.isOn': false,
      'before.stoppedBecause': 'paused',
    },
  ])
  expect(entries.at(-1)).toMatchObject({ action: 'webhook_endpoint.deleted', actor: 'staff:ben' })
  expect(JSON.stringify(entries)).not.toContain('canary')
  expect(JSON.stringify(entries)).not.toContain(secret)
})
