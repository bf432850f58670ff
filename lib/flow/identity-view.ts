import type { IdentityFieldName } from '#lib/tenants/flow-policy.ts'

/** `values` by control (lib/identity/controls.ts): what is known already (A2). A locked one is shown as text and not asked. */
export type IdentityField = {
  readonly name: IdentityFieldName
  readonly isRequired: boolean
  readonly isLocked: boolean
  readonly values: Readonly<Record<string, string>>
}

/** `fields` in the order asked. `codeGoesTo` says which address is proven next, if any: `either` of two, or `any` that is given. */
export type IdentityView = {
  readonly step: 'identity'
  readonly fields: readonly IdentityField[]
  readonly codeGoesTo: 'none' | 'email' | 'phone' | 'either' | 'any'
}

/**
 * `sentTo` is masked (`j•••@example.com`), `channel` how it was sent, `other` the other address that was given, masked;
 * lives in minutes; `resendAfterSeconds` 0 when a new code may be asked for.
 */
export type VerifyView = {
  readonly step: 'verify'
  readonly channel: 'email' | 'phone'
  readonly sentTo: string
  readonly other: { readonly channel: 'email' | 'phone'; readonly to: string } | null
  readonly lifeMinutes: number
  readonly triesLeft: number
  readonly resendAfterSeconds: number
  readonly isExpired: boolean
}
