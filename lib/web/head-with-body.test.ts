import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { sendHeadWithBody } from './head-with-body.ts'

it('the head of an answer does not leave before its body, which comes as it is', async () => {
  sendHeadWithBody()
  const server = createServer((_, response) => {
    response.setHeader('content-length', '4')
    response.flushHeaders()
    expect(response.headersSent).toBe(false)
    response.end('body')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-length: 4\r\n.*\r\n\r\nbody$/s)
  server.close()
})
