import { cookieFrom } from '../session-cookie.ts'

/** Everything a form of the console may say it has done; the words stand under `console.flash`. */
export const flashKeys = [
  'saved',
  'signed_out_elsewhere',
  'draft_saved',
  'draft_discarded',
  'approval_asked',
  'published',
  'restored',
  'unshared',
  'link_sent',
  'link_revoked',
  'link_not_revoked',
  'list_confirmed',
  'list_discarded',
  'connection_deleted',
  'connection_refreshed',
  'connection_refresh_failed',
  'connection_busy',
  'connection_consent_ended',
  'connection_not_agreed',
  'created',
  'ended',
  'invited',
  'removed',
  'resent',
  'domain_added',
  'domain_checked',
  'domain_ready',
  'domain_removed',
  'endpoint_test',
  'endpoint_pause',
  'endpoint_resume',
  'endpoint_roll',
  'endpoint_delete',
  'endpoint_change',
] as const
export type FlashKey = (typeof flashKeys)[number]

const name = '__Host-staff-flash'
const shape = 'Path=/; HttpOnly; Secure; SameSite=Lax'

export const flashCookie = (key: FlashKey): string => `${name}=${key}; Max-Age=60; ${shape}`

export const clearedFlash = `${name}=; Max-Age=0; ${shape}`

export const flashFrom = (request: Request): FlashKey | null => {
  const told = cookieFrom(request, name)
  return flashKeys.find((key) => key === told) ?? null
}
