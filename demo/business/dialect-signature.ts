import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The dialect signs the raw body: base64 of its HMAC-SHA256, under a secret that is used as it is written. */
export function isSignedInDialect(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  const given = headers['flinks-authenticity-key'] ?? headers['x-flinks-signature']
  const expected = createHmac('sha256', secret).update(body).digest()
  const received = Buffer.from(String(given ?? ''), 'base64')
  return received.length === expected.length && timingSafeEqual(received, expected)
}
