import { hmacSha256 } from '#lib/kit/crypto.ts'

/** All parameters by name, `name=value` with both percent-encoded, joined by `&`: what the signature is over. */
export const canonicalQuery = (params: Iterable<readonly [string, string]>): string =>
  [...params]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')

export type ReturnTrip = {
  readonly returnUrl: string
  readonly params: Readonly<Record<string, string>>
  /** Null for a tenant that has no secret: the address is then left unsigned. */
  readonly secret: string | null
}

/**
 * The tenant's address with the outcome added; a query it already has is kept. `signature` is the base64url
 * HMAC-SHA256 of the canonical query, so that the tenant's server knows who wrote it.
 */
export const signReturnUrl = ({ returnUrl, params, secret }: ReturnTrip): string => {
  const url = new URL(returnUrl)
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  if (secret !== null) {
    const signature = Buffer.from(hmacSha256(secret, canonicalQuery(url.searchParams))).toString('base64url')
    url.searchParams.set('signature', signature)
  }
  return url.href
}
