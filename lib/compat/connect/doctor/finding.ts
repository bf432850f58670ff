/**
 * Everything that the doctor can find, with how bad it is. `broken`: no visit, or none that can end well; `doubtful`:
 * it works, but not as the address asks; `good`: looked at, and right.
 */
export const findings = {
  address_unread: 'broken',
  portal_other: 'broken',
  tenant_found: 'good',
  tenant_unknown: 'broken',
  origin_missing: 'doubtful',
  origin_unread: 'broken',
  origin_listed: 'good',
  origin_unlisted: 'broken',
  mixed_content: 'broken',
  sandbox_lacks: 'broken',
  sandbox_popups: 'doubtful',
  sandbox_navigation: 'broken',
  sandbox_good: 'good',
  referrer_hidden: 'doubtful',
  csp_frame: 'broken',
  csp_good: 'good',
  token_missing: 'broken',
  token_unknown: 'broken',
  token_spent: 'broken',
  token_expired: 'broken',
  token_in_query: 'doubtful',
  token_good: 'good',
  return_unlisted: 'broken',
  return_listed: 'good',
  institution_unknown: 'doubtful',
  institution_unlisted: 'doubtful',
  institution_off: 'doubtful',
  institution_good: 'good',
  parameter_unknown: 'doubtful',
  parameter_value: 'doubtful',
  parameter_void: 'doubtful',
} as const

export type FindingCode = keyof typeof findings

/** `values` fill the words of the finding; `change` is the line that mends it, ready to be copied. */
export type Finding = {
  readonly code: FindingCode
  readonly values?: Readonly<Record<string, string>>
  readonly change?: string
}

const order = ['broken', 'doubtful', 'good'] as const

/** The worst first. */
export const byGravity = (found: readonly Finding[]): Finding[] =>
  order.flatMap((gravity) => found.filter(({ code }) => findings[code] === gravity))
