import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

/** How long the data of a scope is kept, as it was agreed: so many days from its last reading, or from the end. */
export type KeepingTerm = {
  readonly scope: string
  readonly from: 'read' | 'end'
  readonly days: number
}

/** What a policy promises of the scopes that were agreed to; of what is kept until its deletion is asked for, nothing. */
export const keepingTermsOf = (
  { scopes }: Pick<FlowPolicy, 'scopes'>,
  agreed: readonly string[],
): KeepingTerm[] =>
  scopes.flatMap(({ scope, kept }) => (kept && agreed.includes(scope) ? [{ scope, ...kept }] : []))
