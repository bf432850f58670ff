import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { announceEnds, plantEndpoint } from './plant.ts'

/** How fast an endpoint gets what waits for it, from the word that it is back to the last 200, in several rounds. */
export const measureWebhooks = async (tenant: BuiltTenant, rounds: number, count: number) => {
  let taken = 0
  let all = Promise.withResolvers<void>()
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200).end()
      if (++taken === count) all.resolve()
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  const endpoint = await plantEndpoint(tenant, `http://127.0.0.1:${port}/hooks`)
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    taken = 0
    all = Promise.withResolvers()
    await announceEnds(tenant, endpoint, count)
    const begun = performance.now()
    await endpoint.resume()
    await all.promise
    rates.push(count / ((performance.now() - begun) / 1_000))
  }
  receiver.close()
  receiver.closeAllConnections()
  return rates
}
