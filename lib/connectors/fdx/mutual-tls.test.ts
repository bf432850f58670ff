import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { redirectRequest } from '../../../test/banks/fdx-door.ts'
import type { ConnectorContext } from '../contract.ts'
import { faultOf, got } from '../contract-harness.ts'
import { fdxConnector } from './fdx-connector.ts'

const pem = (name: string) =>
  readFileSync(new URL(`../../../test/banks/certificates/${name}`, import.meta.url), 'utf8')

/** A bank that talks to nobody who shows no certificate, and notes who came. */
const came: string[] = []
const noteWhoCame = (socket: Socket): void => {
  if (socket instanceof TLSSocket) came.push(String(socket.getPeerCertificate().subject.CN))
}

describe('a bank that wants a certificate on every line (RFC 8705)', () => {
  let server: Server
  let url: string
  beforeAll(async () => {
    const keys = { cert: pem('server.pem'), key: pem('server.key'), ca: pem('authority.pem') }
    server = createServer({ ...keys, requestCert: true, rejectUnauthorized: true }, (request, response) => {
      noteWhoCame(request.socket)
      const metadata = {
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        mtls_endpoint_aliases: { pushed_authorization_request_endpoint: `${url}/mtls/par` },
        pushed_authorization_request_endpoint: `${url}/par`,
      }
      const isPushed = request.url === '/mtls/par'
      const body = isPushed ? { request_uri: 'urn:one', expires_in: 60 } : metadata
      response
        .writeHead(isPushed ? 201 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const world = (tls: object): ConnectorContext => ({
    fetch: globalThis.fetch,
    clock: systemClock,
    log: () => {},
    baseUrl: '',
    settings: JSON.stringify({
      issuer: url,
      dataUrl: `${url}/fdx`,
      clientId: 'client',
      auth: { method: 'tls_client_auth' },
      tls,
    }),
    signal: AbortSignal.timeout(10_000),
  })

  it('is shown ours, and asked at the addresses that it keeps for those who have one', async () => {
    const tls = { certificate: pem('client.pem'), key: pem('client.key'), authority: pem('authority.pem') }
    const started = got(await fdxConnector.redirectLogin.start(world(tls), redirectRequest()))
    expect(started.url).toBe(`${url}/authorize?request_uri=urn%3Aone&client_id=client`)
    expect(came).toEqual(['client', 'client'])
  })

  it('is not talked to when its own certificate is signed by nobody we know', async () => {
    const tls = { certificate: pem('client.pem'), key: pem('client.key') }
    const started = await fdxConnector.redirectLogin.start(world(tls), redirectRequest())
    expect(faultOf(started)).toBe('bank_unavailable')
  })
})
