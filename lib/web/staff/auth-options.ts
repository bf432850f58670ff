import type { AuthOptions } from 'next-auth'
import { askSignIn } from '#lib/console/ask-sign-in.ts'
import { hmacSha256, mintToken } from '#lib/kit/crypto.ts'
import { env } from '#lib/kit/env.ts'
import { log } from '#lib/kit/log.ts'
import { absoluteLimitMs } from '#lib/staff/staff-session.ts'
import { authAdapter, type SigningIn } from './auth-adapter.ts'
import { staffCookieName, staffCookieOptions } from './staff-cookie.ts'

const cookie = (name: string) => ({ name: `__Host-${name}`, options: { ...staffCookieOptions, maxAge: 900 } })

/** Sends nothing itself: the mail is ordered in the outbox, and only for a member. */
const emailProvider: AuthOptions['providers'][number] = {
  id: 'email',
  type: 'email',
  name: 'Email',
  // Tokens have 256 bits of chance: a pepper would add nothing, and the store hashes by SHA-256 alone.
  secret: '',
  server: '',
  from: '',
  maxAge: 900,
  options: {},
  sendVerificationRequest: async ({ identifier }) => askSignIn(identifier, new Date()),
}

const logger = {
  error: (code: string) => log('warn', 'sign-in failed', { code }),
  warn: () => undefined,
  debug: () => undefined,
}

/** What next-auth is told for one request. */
export const authOptions = (state: SigningIn, more: AuthOptions['providers'] = []): AuthOptions => ({
  adapter: authAdapter(state),
  providers: [emailProvider, ...more],
  secret: Buffer.from(hmacSha256(`next-auth ${env().KEY_ENCRYPTION_KEY}`, '')).toString('base64url'),
  session: { strategy: 'database', maxAge: absoluteLimitMs / 1_000, generateSessionToken: mintToken },
  pages: {
    signIn: '/admin/sign-in',
    signOut: '/admin/sign-in',
    error: '/admin/sign-in',
    verifyRequest: '/admin/sign-in/sent',
    newUser: '/admin',
  },
  useSecureCookies: true,
  cookies: {
    sessionToken: { name: staffCookieName, options: staffCookieOptions },
    csrfToken: cookie('staff-csrf'),
    callbackUrl: cookie('staff-next'),
    state: cookie('staff-state'),
    nonce: cookie('staff-nonce'),
    pkceCodeVerifier: cookie('staff-pkce'),
  },
  callbacks: { signIn: () => true },
  logger,
})
