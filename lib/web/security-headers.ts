/** `mayFrame`: origins that may put the page in a frame; `formTargets`: where a form may lead besides here. */
export type PagePolicy = {
  readonly nonce: string
  readonly mayFrame: readonly string[]
  readonly formTargets: readonly string[]
  /** Only to be looked at: no script runs in it and no form leads anywhere. */
  readonly isInert?: boolean
}

const contentSecurityPolicy = ({ nonce, mayFrame, formTargets, isInert }: PagePolicy): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    isInert ? "form-action 'none'" : `form-action ${["'self'", ...formTargets].join(' ')}`,
    `frame-ancestors ${mayFrame.length > 0 ? mayFrame.join(' ') : "'none'"}`,
    "base-uri 'none'",
    ...(isInert ? ['sandbox allow-same-origin'] : []),
  ].join('; ')

/** What every page carries (S8): nothing cached, nothing sniffed, no referrer, no third party. */
export const securityHeaders = (policy: PagePolicy): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(policy),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  // A page that may be framed may also be a window that the page around has opened, and must be heard there.
  'cross-origin-opener-policy': policy.mayFrame.length === 0 ? 'same-origin' : 'unsafe-none',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  ...(policy.mayFrame.length === 0 ? { 'x-frame-options': 'DENY' } : {}),
})
