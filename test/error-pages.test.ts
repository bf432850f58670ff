import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorCodes, errorGuide, findErrorCode } from '#lib/kit/error-guide.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { errorPages } from '../scripts/docs/error-pages.ts'

const folder = new URL('../docs/errors/', import.meta.url)

it('docs/errors says what the table and the catalogue say', () => {
  const stored = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  )
  expect(Object.fromEntries(stored), 'run `npm run docs:errors`').toEqual(Object.fromEntries(errorPages()))
})

describe.each(['en', 'fr'] as const)('no error is a dead end in %s (O13)', (language) => {
  it.each(errorCodes)('%s', (code) => {
    const { title, text, rows } = errorGuide(code, translatorFor(language))
    expect([title, text].every((words) => words.length > 5)).toBe(true)
    expect(rows).toHaveLength(7)
    for (const [label, said] of rows) expect(said.trim(), label).not.toBe('')
  })
})

it('an address that is no code names none', () => {
  for (const wrong of ['', 'toString', '__proto__', 'KEY_UNKNOWN', '../errors'])
    expect(findErrorCode(wrong)).toBeNull()
})
