import { succeeded } from '#lib/kit/outcome.ts'
import { lineOf, type Reading, type Typed, wrong } from './reading.ts'

const mostLetters = 140

/** A person's or a company's name: letters of any script, and digits, for there are numbered companies. */
export const readName = (typed: Typed): Reading<string> => {
  const name = lineOf(typed, 'fullName')
  if (name === '') return succeeded(null)
  if (name.length > mostLetters) return wrong('fullName', 'name_too_long', { max: mostLetters })
  const isName = name.length >= 2 && /^[^<>@\p{Cc}]*\p{L}[^<>@\p{Cc}]*$/u.test(name)
  return isName ? succeeded(name) : wrong('fullName', 'name_invalid')
}
