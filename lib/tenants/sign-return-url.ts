import { hmacSha256 } from '#lib/kit/crypto.ts'

/** What the signature is over: every parameter but itself by name, `name=value`, both percent-encoded, joined by `&`. */
export const canonicalQuery = (params: Iterable<readonly [string, string]>): string =>
  [...params]
    .filter(([name]) => name !== 'signature')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')

export type ReturnTrip = {
  readonly returnUrl: string
  readonly params: Readonly<Record<string, string>>
  /** Null for a tenant that has no secret: the address is then left unsigned. */
  readonly secret: string | null
}

/**
 * The tenant's address with the outcome added; a query it already has is kept and signed too, but for parameters of
 * our names. `signature` is the base64url HMAC-SHA256 of the canonical query: the tenant's server knows who wrote it.
 */
export const signReturnUrl = ({ returnUrl, params, secret }: ReturnTrip): string => {
  const url = new URL(returnUrl)
  url.searchParams.delete('signature')
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  if (secret !== null) {
    const signature = Buffer.from(hmacSha256(secret, canonicalQuery(url.searchParams))).toString('base64url')
    url.searchParams.set('signature', signature)
  }
  return url.href
}
