import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isOutboundUrl, type Resolve } from './outbound-address.ts'
import { type OutboundPost, postOutbound } from './outbound-post.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const listen = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const post = (url: string, extra: Partial<OutboundPost> = {}): OutboundPost => ({
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  timeoutMs: 5_000,
  maxAnswerBytes: 100,
  ...extra,
})

/** Answers with the next list at each question, the last one for ever. */
const resolver = (...lists: readonly (readonly string[])[]): Resolve & { asked: number } => {
  const resolve = async () => {
    const list = lists[Math.min(resolve.asked++, lists.length - 1)] ?? []
    return list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  resolve.asked = 0
  return resolve
}

describe('an address that a tenant chose (W9)', () => {
  it.each(['https://hooks.example/a?b=c', 'https://hooks.example:8443/'])('%s may be tried', (url) =>
    expect(isOutboundUrl(url, false)).toBe(true),
  )

  it.each([
    'http://hooks.example/',
    'ftp://hooks.example/',
    'https://user:secret@hooks.example/',
    'https://hooks.example/#part',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://localhost/',
    'http://127.0.0.1:3300/',
    'hooks.example',
    '',
  ])('“%s” is refused before its name is asked', (url) => expect(isOutboundUrl(url, false)).toBe(false))

  it('may be this machine in the demo, and no other one over http', () => {
    expect(isOutboundUrl('http://127.0.0.1:3300/hooks', true)).toBe(true)
    expect(isOutboundUrl('http://[::1]:3300/hooks', true)).toBe(true)
    expect(isOutboundUrl('http://10.0.0.1/hooks', true)).toBe(false)
    expect(isOutboundUrl('http://hooks.example/', true)).toBe(false)
  })
})

describe('a name', () => {
  it.each([
    [['10.0.0.1']],
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['fd00::1']],
    [['93.184.215.14', '192.168.0.1']],
    [[]],
  ])('that leads to %j is refused', async (addresses) => {
    const around = { resolve: resolver(addresses), allowsLoopback: false }
    expect(await postOutbound(post('https://hooks.example/'), around)).toEqual({
      ok: false,
      reason: 'refused_address',
    })
  })

  it('is asked once, and the address that was vetted is the one connected to (rebinding)', async () => {
    const hosts: (string | undefined)[] = []
    const port = await listen((request, response) => {
      hosts.push(request.headers.host)
      response.end('taken')
    })
    const resolve = resolver(['127.0.0.1'], ['10.0.0.1'])
    const url = `http://localhost:${port}/`
    const answered = await postOutbound(post(url), { resolve, allowsLoopback: true })
    expect(answered).toEqual({ ok: true, value: { status: 200, retryAfter: null, text: 'taken' } })
    expect(resolve.asked).toBe(1)
    expect(hosts).toEqual([`localhost:${port}`])
    expect(await postOutbound(post(url), { resolve, allowsLoopback: true })).toEqual({
      ok: false,
      reason: 'refused_address',
    })
  })

  it('that does not answer does not hold us longer than the time limit', async () => {
    const around = { resolve: () => new Promise<never>(() => undefined), allowsLoopback: false }
    const asked = postOutbound(post('https://hooks.example/', { timeoutMs: 30 }), around)
    expect(await asked).toEqual({ ok: false, reason: 'timeout' })
  })
})

describe('an answer', () => {
  const local = { resolve: resolver(['127.0.0.1']), allowsLoopback: true }

  it('that redirects is not followed', async () => {
    let asked = 0
    const port = await listen((_, response) => {
      asked++
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    expect(await postOutbound(post(`http://127.0.0.1:${port}/`), local)).toMatchObject({
      value: { status: 307 },
    })
    expect(asked).toBe(1)
  })

  it('is read up to a size, and no further', async () => {
    const port = await listen((_, response) => {
      response.write('x'.repeat(5_000))
    })
    const answered = await postOutbound(post(`http://127.0.0.1:${port}/`), local)
    expect(answered).toMatchObject({ ok: true, value: { text: 'x'.repeat(100) } })
  })

  it('that never comes, or never ends, is given up in time', async () => {
    const port = await listen((request, response) => {
      if (request.url === '/drip') response.write('x')
    })
    for (const path of ['/silent', '/drip'])
      expect(await postOutbound(post(`http://127.0.0.1:${port}${path}`, { timeoutMs: 60 }), local)).toEqual({
        ok: false,
        reason: 'timeout',
      })
  })

  it('of nobody is an outcome, not an exception', async () => {
    const port = await listen(() => undefined)
    for (const server of servers.splice(0)) server.close()
    expect(await postOutbound(post(`http://127.0.0.1:${port}/`), local)).toEqual({
      ok: false,
      reason: 'unreachable',
    })
  })
})
