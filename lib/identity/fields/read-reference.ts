import { succeeded } from '#lib/kit/outcome.ts'
import { lineOf, type Reading, type Typed, wrong } from './reading.ts'

const mostLetters = 64

/** The number under which the tenant knows the person; only the tenant knows what it looks like. */
export const readReference = (typed: Typed): Reading<string> => {
  const reference = lineOf(typed, 'reference')
  if (reference === '') return succeeded(null)
  return reference.length > mostLetters
    ? wrong('reference', 'too_long', { max: mostLetters })
    : succeeded(reference)
}
