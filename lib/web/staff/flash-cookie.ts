import { cookieFrom } from '../session-cookie.ts'

/** Everything a form of the console may say it has done; the words stand under `console.flash`. */
export const flashKeys = [
  'saved',
  'signed_out_elsewhere',
  'draft_saved',
  'theme_proposed',
  'colour_mended',
  'brand_discarded',
  'policy_discarded',
  'brought_back',
  'not_brought_back',
  'approval_asked',
  'published',
  'brand_published_alone',
  'policy_published_alone',
  'portal_opened',
  'restored',
  'restore_asked',
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
  'sign_on_saved',
  'sign_on_found',
  'sign_on_removed',
  'setup_link_taken_back',
] as const
export type FlashKey = (typeof flashKeys)[number]

const name = '__Host-staff-flash'
const shape = 'Path=/; HttpOnly; Secure; SameSite=Lax'

/** What was done, and the id of what it was done to, where it can be taken back. */
export type Told = { readonly key: FlashKey; readonly subject: string | null }

export const flashCookie = (key: FlashKey, subject: string | null = null): string =>
  `${name}=${subject === null ? key : `${key}.${subject}`}; Max-Age=60; ${shape}`

export const clearedFlash = `${name}=; Max-Age=0; ${shape}`

export const flashFrom = (request: Request): Told | null => {
  const [told, subject = ''] = (cookieFrom(request, name) ?? '').split('.')
  const key = flashKeys.find((known) => known === told)
  return key ? { key, subject: /^[a-z]{3}_[0-9a-z]{26}$/.test(subject) ? subject : null } : null
}
