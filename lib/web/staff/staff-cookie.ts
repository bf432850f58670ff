import { absoluteLimitMs } from '#lib/staff/staff-session.ts'
import { cookieFrom } from '../session-cookie.ts'

/** Bound to this host over TLS (or loopback), out of reach of scripts; `Lax`, for a link in a mail leads here. */
export const staffCookieName = '__Host-staff'

export const staffTokenFrom = (request: Request): string | null => cookieFrom(request, staffCookieName)

export const staffCookieOptions = {
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  maxAge: absoluteLimitMs / 1_000,
} as const

export const clearedStaffCookie = `${staffCookieName}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`
