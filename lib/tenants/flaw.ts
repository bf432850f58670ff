/**
 * What stands in the way of publication. `field` is the name of the control that mends it, `code` a key under
 * `flaws` in the catalogues.
 */
export type Flaw = {
  readonly field: string
  readonly code: FlawCode
  readonly values?: Readonly<Record<string, string | number>>
}

export type FlawCode =
  | 'missing'
  | 'too_long'
  | 'colour'
  | 'contrast'
  | 'radius'
  | 'font'
  | 'logo'
  | 'https_url'
  | 'email'
  | 'phone'
  | 'pressure'
  | 'reading'
  | 'choose_one'
  | 'reason_missing'
  | 'days'
  | 'consent_days'
  | 'too_many_days'
  | 'score'
  | 'scores_order'
  | 'return_url'
  | 'origin'
  | 'token_without_origin'
  | 'twice'
  | 'too_many'
  | 'unproven'
  | 'kept_days'
  | 'kept_longer'
  | 'visit_too_short'
  | 'invalid'
