import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderCodeText } from './code-text.ts'
import { jsonTextProvider } from './send-text.ts'

type Seen = { readonly headers: IncomingMessage['headers']; readonly body: string }
const seen: Seen[] = []
let status = 202
const gateway = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  seen.push({ headers: request.headers, body })
  response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/elsewhere' } : {}).end('{}')
})

let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/texts`
})
afterAll(() => {
  gateway.close()
})

const message = { to: '+15143337777', body: 'Zoé, your code', id: 'event-1' }

it('a text is posted as JSON, with the token and a key by which a second try is known', async () => {
  await jsonTextProvider({ url, token: 'secret' }).send(message)
  const posted = seen.at(-1)
  expect(JSON.parse(posted?.body ?? '')).toEqual({ to: message.to, body: message.body })
  expect(posted?.headers).toMatchObject({
    authorization: 'Bearer secret',
    'idempotency-key': 'event-1',
    'content-type': 'application/json',
  })
})

it('no token is sent where there is none', async () => {
  await jsonTextProvider({ url, token: undefined }).send(message)
  expect(seen.at(-1)?.headers.authorization).toBeUndefined()
})

it.each([400, 500, 302])(
  'a gateway that answers %d has not taken it: the job tries again',
  async (answer) => {
    status = answer
    await expect(jsonTextProvider({ url, token: 'secret' }).send(message)).rejects.toThrow()
  },
)

it.each(['en', 'fr'] as const)(
  'the text in %s ends with the line that binds it to the host (O17)',
  (language) => {
    const text = renderCodeText({
      code: '1234567',
      tenantName: 'Maple',
      minutes: 10,
      language,
      host: 'pay.example',
    })
    expect(text.split('\n').slice(-2)).toEqual(['', '@pay.example #1234567'])
    expect(text).toContain('Maple')
    expect(text.match(/1234567/g)).toHaveLength(2)
  },
)
