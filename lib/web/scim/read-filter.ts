import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { fault, type ScimFault } from './scim-answer.ts'

/** One comparison: an attribute, folded, that equals a value. */
export type Equals = { readonly attribute: string; readonly value: string }

const term = /^\s*([a-z][\w.$:]*(?:\[[^\]]*\])?(?:\.\w+)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*/i

const readValue = (written: string): string | null => {
  try {
    return String(
      JSON.parse(
        written.toLowerCase() === 'true' || written.toLowerCase() === 'false'
          ? written.toLowerCase()
          : written,
      ),
    )
  } catch {
    return null
  }
}

const longest = 1_000

/**
 * What providers ask by (RFC 7644 §3.4.2.2): `userName eq "…"`, several of them joined by `and`. Names of attributes are
 * folded, as they are to be compared. Any other filter is refused and not guessed at.
 */
export const readFilter = (text: string | null): Outcome<readonly Equals[], ScimFault> => {
  const found: Equals[] = []
  let rest = (text ?? '').slice(0, longest)
  const refused = fault(400, 'A filter is: attribute eq "value", joined by and.', 'invalidFilter')
  if (rest.trim() === '') return text === null ? succeeded([]) : refused
  for (;;) {
    const [whole = '', attribute = '', written = ''] = term.exec(rest) ?? []
    const value = whole === '' ? null : readValue(written)
    if (value === null) return refused
    found.push({ attribute: attribute.toLowerCase(), value })
    rest = rest.slice(whole.length)
    if (rest === '') return succeeded(found)
    if (!/^and\s/i.test(rest)) return refused
    rest = rest.slice(4)
  }
}
