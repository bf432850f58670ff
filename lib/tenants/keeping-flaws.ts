import type { Flaw } from './flaw.ts'
import { keepingSchema, keptTooLong, longestKeptDays } from './keeping.ts'

/** The name of the control for how long the data of one scope is kept. */
export const keepingField = (scope: string, part: 'from' | 'days'): string => `scope.${scope}.kept.${part}`

type Parsed = { readonly scope: string; readonly kept: unknown }

const flawOfDays = ({ scope, kept }: Parsed): Flaw[] => {
  if (keepingSchema.safeParse(kept).success) return []
  return [{ field: keepingField(scope, 'days'), code: 'kept_days', values: { max: longestKeptDays } }]
}

/** What cannot be promised of the time that data is kept; `scopes` as the schema of a policy wants them. */
export const flawsOfKeeping = (scopes: readonly Parsed[]): Flaw[] => {
  const whole = scopes.flatMap(({ scope, kept }) => {
    const parsed = keepingSchema.safeParse(kept)
    return parsed.success ? [{ scope, kept: parsed.data }] : []
  })
  const flaws = keptTooLong(whole).map(
    (scope): Flaw => ({ field: keepingField(scope, 'from'), code: 'kept_longer' }),
  )
  return [...scopes.flatMap(flawOfDays), ...flaws]
}
