import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import type { SessionOutcome } from '#lib/sessions/session.ts'

/** Why a visit from a tenant's own screens shared nothing, beside the ways in which a bank can fail. */
export const customReasons = {
  consent_declined: 'access_denied',
  cancelled: 'access_denied',
  needs_review: 'access_denied',
  session_expired: 'access_denied',
  institution_missing: 'invalid_request',
  institution_unknown: 'invalid_request',
  state_too_long: 'invalid_request',
  institution_disabled: 'temporarily_unavailable',
} as const

export type CustomReason = keyof typeof customReasons | FaultCode

/** RFC 6749, section 4.1.2.1: of its errors those that can be met here. */
export type CustomError = 'access_denied' | 'invalid_request' | 'temporarily_unavailable' | 'server_error'

const isOwn = (reason: CustomReason): reason is keyof typeof customReasons => reason in customReasons

/** What helps later is a bank out of reach; what does not is between the person and the bank. */
export const errorOf = (reason: CustomReason): CustomError => {
  if (isOwn(reason)) return customReasons[reason]
  if (reason === 'malformed_answer') return 'server_error'
  return faults[reason].retry === 'later' ? 'temporarily_unavailable' : 'access_denied'
}

/** What ended a visit, as the reason that is told: a bank's word counts before our own. */
export const reasonOf = (outcome: SessionOutcome, fault: FaultCode | null): CustomReason => {
  if (outcome === 'declined') return 'consent_declined'
  if (outcome === 'abandoned') return 'session_expired'
  return fault ?? (outcome === 'failed' ? 'no_accounts' : 'cancelled')
}

/**
 * The address with something behind it. Nothing that stands there already is read or written anew: a `state` comes back
 * byte for byte as it came.
 */
export const withParameters = (address: string, parameters: Readonly<Record<string, string>>): string => {
  const added = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${address}${address.includes('?') ? '&' : '?'}${added.join('&')}`
}

/** Back with why nothing was shared. */
export const customFailureUrl = (returnUrl: string, reason: CustomReason): string =>
  withParameters(returnUrl, { error: errorOf(reason), error_description: reason })

/** The address as the tenant listed it with the `state` as it was sent, still percent-encoded; null: none was sent. */
export const withState = (redirectUri: string, state: string | null): string =>
  state === null ? redirectUri : `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}state=${state}`
