import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { announceEnds, plantEndpoint } from './plant.ts'

/** How many events a second reach one endpoint of a tenant, from the transaction that tells them to the 200. */
export const measureWebhooks = async (tenant: BuiltTenant, count: number) => {
  let taken = 0
  const all = Promise.withResolvers<void>()
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200).end()
      if (++taken === count) all.resolve()
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  await plantEndpoint(tenant, `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`)
  const begun = performance.now()
  await announceEnds(tenant, count)
  await all.promise
  const seconds = (performance.now() - begun) / 1_000
  receiver.close()
  receiver.closeAllConnections()
  return { count, perSecond: count / seconds }
}
