import { createHmac, timingSafeEqual } from 'node:crypto'

export type Verdict = 'valid' | 'invalid' | 'missing'

/**
 * Whether the portal signed the query it sent the person back with: `signature` is the base64url HMAC-SHA256,
 * under the secret it shares with the business, over all other parameters sorted by name.
 */
export function checkReturn(query: URLSearchParams, secret: string): Verdict {
  const given = query.getAll('signature')
  if (given.length === 0) return 'missing'
  const expected = createHmac('sha256', secret).update(canonicalQuery(query)).digest()
  const [signature = ''] = given
  const received = Buffer.from(signature, 'base64url')
  const isExact = received.toString('base64url') === signature && given.length === 1
  return isExact && received.length === expected.length && timingSafeEqual(received, expected)
    ? 'valid'
    : 'invalid'
}

/** The business stands for every tenant of the demo: the one whose secret fits has sent the person. */
export function checkReturnOfAny(query: URLSearchParams, secrets: readonly string[]): Verdict {
  const verdicts = secrets.map((secret) => checkReturn(query, secret))
  return verdicts.find((verdict) => verdict !== 'invalid') ?? 'invalid'
}

/** `a=1&b=2` of every parameter but `signature`, by name; both sides percent-encoded. */
export function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'signature')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}
