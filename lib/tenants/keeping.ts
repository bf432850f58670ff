import { z } from 'zod'

/** Seven years: the longest that a Canadian lender must keep what it decided upon, with a year to spare. */
export const longestKeptDays = 2_557

/**
 * How long the data of a scope is kept: so many days after it was last read, or after the consent has ended. Null:
 * until somebody asks for its deletion.
 */
export const keepingSchema = z
  .object({ from: z.enum(['read', 'end']), days: z.int().min(0).max(longestKeptDays) })
  .refine(({ from, days }) => from === 'end' || days > 0, 'what is deleted when it is read is not read')
  .nullable()
export type Keeping = z.output<typeof keepingSchema>

type Asked = { readonly scope: string; readonly kept: Keeping }

/** What is read of a bank, and not merely allowed. */
const hasData = ({ scope }: Asked): boolean => scope !== 'ongoing_refresh'

const isLonger = (one: Keeping, other: Keeping): boolean =>
  other !== null && (one === null || (one.from === other.from && one.days > other.days))

/**
 * The scopes that are to be kept longer than the accounts they belong to: nothing is kept of an account that is gone.
 * What counts from its reading cannot be compared with what counts from the end, and goes when the first of both says so.
 */
export const keptTooLong = (scopes: readonly Asked[]): string[] => {
  const basics = scopes.find(({ scope }) => scope === 'account_basics')
  if (!basics) return []
  return scopes
    .filter((asked) => hasData(asked) && isLonger(asked.kept, basics.kept))
    .map(({ scope }) => scope)
}
