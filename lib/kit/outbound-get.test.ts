import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Surroundings } from './outbound-address.ts'
import { getOutbound } from './outbound-get.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const demo: Surroundings = { allowsLoopback: true, resolve: async () => [{ address: '10.0.0.1', family: 4 }] }
const get = (url: string, around = demo) => getOutbound({ url, timeoutMs: 5_000, maxBytes: 100 }, around)

describe('what is read from an address that somebody chose (W9)', () => {
  it('is its bytes, where it leads in the end', async () => {
    const site = await listen((request, answer) => {
      if (request.url === '/') answer.writeHead(302, { location: '/home#top' }).end()
      else answer.setHeader('content-type', 'Text/HTML; charset=utf-8').end('hello')
    })
    const read = await get(site)
    expect(read).toMatchObject({ ok: true, value: { url: `${site}/home`, mediaType: 'text/html' } })
    if (read.ok) expect(Buffer.from(read.value.bytes).toString()).toBe('hello')
  })

  it.each([
    ['a private address', 'https://10.0.0.1/'],
    ['a name of a private address', 'https://inside.example/'],
    ['plain http', 'http://elsewhere.example/'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'nowhere'],
  ])('is nothing of %s', async (_, url) => {
    expect(await get(url)).toEqual({ ok: false, reason: 'refused_address' })
  })

  it('is nothing where a redirect leads inside', async () => {
    const site = await listen((_, answer) => {
      answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
    })
    expect(await get(site)).toEqual({ ok: false, reason: 'refused_address' })
  })

  it.each<[string, RequestListener]>([
    ['longer than allowed', (_, answer) => void answer.end('x'.repeat(101))],
    ['packed', (_, answer) => void answer.writeHead(200, { 'content-encoding': 'gzip' }).end('x')],
    ['an error', (_, answer) => void answer.writeHead(500).end('x')],
    ['a circle', (request, answer) => void answer.writeHead(302, { location: request.url }).end()],
  ])('is nothing when the answer is %s', async (_, listener) => {
    expect(await get(await listen(listener))).toEqual({ ok: false, reason: 'bad_answer' })
  })

  it('is nothing of this machine, but in the demo', async () => {
    const site = await listen((_, answer) => void answer.end('x'))
    expect(await get(site, { ...demo, allowsLoopback: false })).toEqual({
      ok: false,
      reason: 'refused_address',
    })
  })
})
