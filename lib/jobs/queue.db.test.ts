import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { startQueue } from './queue.ts'
import { startRelay } from './relay.ts'

withTestDatabase()

/** Workers that wait for a word look by themselves only after thirty seconds. */
const longBeforeALook = 15 * secondMs

it('jobs that come many at a time are done one behind the other, without waiting for a word for each', async () => {
  const { db } = await aTenant()
  const all = Promise.withResolvers<void>()
  const heard = new Set<unknown>()
  const receiver = createServer((request, response) => {
    heard.add(`${request.url} ${request.headers['webhook-id']}`)
    request.resume()
    response.end()
    if (heard.size === 100) all.resolve()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  // Ten endpoints: what one of them needs is not found by whoever looks at another.
  for (let n = 0; n < 10; n++)
    await createEndpoint(db, newEndpointSchema.parse({ url: `http://127.0.0.1:${port}/${n}` }), 'test')
  await inTransaction(db, async (tx) => {
    for (let n = 0; n < 10; n++) {
      const data = { sessionId: `ses_${n}`, outcome: 'finished' as const, loginId: null, tag: null }
      await announceEvent(tx, { name: 'session.finished', data, threadId: `ses_${n}`, at: new Date() })
    }
  })
  const boss = await startQueue()
  const stopRelay = await startRelay(boss)
  try {
    const begun = performance.now()
    await all.promise
    expect(performance.now() - begun).toBeLessThan(longBeforeALook)
  } finally {
    await stopRelay()
    await boss.stop({ graceful: true, timeout: 5_000 })
    receiver.closeAllConnections()
    receiver.close()
  }
}, 30_000)
