const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])
export const callbackPath = '/callback/fdx'

/** A portal on this very machine may stand on any port (RFC 8252, 7.3); any other is registered to the letter. */
export const isRedirectAllowed = (uri: string, registered: readonly string[]): boolean => {
  if (registered.includes(uri)) return true
  const parsed = URL.parse(uri)
  return (
    parsed?.protocol === 'http:' &&
    loopbackHosts.has(parsed.hostname) &&
    parsed.href === `http://${parsed.host}${callbackPath}`
  )
}
