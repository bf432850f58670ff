import { z } from 'zod'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

/** How long the data of a scope is kept, as it was agreed: so many days from its last reading, or from the end. */
const keepingTermSchema = z.object({ scope: z.string(), from: z.enum(['read', 'end']), days: z.int().min(0) })
export type KeepingTerm = Readonly<z.output<typeof keepingTermSchema>>

/** As they stand in the row of a consent. */
export const readKeepingTerms = (row: unknown): KeepingTerm[] => z.array(keepingTermSchema).parse(row)

/** What a policy promises of the scopes that were agreed to; of what is kept until its deletion is asked for, nothing. */
export const keepingTermsOf = (
  { scopes }: Pick<FlowPolicy, 'scopes'>,
  agreed: readonly string[],
): KeepingTerm[] =>
  scopes.flatMap(({ scope, kept }) => (kept && agreed.includes(scope) ? [{ scope, ...kept }] : []))
