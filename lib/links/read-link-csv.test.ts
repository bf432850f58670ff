import { expect, it } from 'vitest'
import { mostLinkRows, readLinkCsv } from './read-link-csv.ts'

const rows = (text: string) => {
  const read = readLinkCsv(text)
  return read.ok ? read.value : read.reason
}

it('reads a list as spreadsheets write it, in English and in French', () => {
  const expected = [
    { line: 2, cells: { name: 'Zoé Tremblay', email: 'zoe@example.com', postal_code: 'H2X 1Y4' } },
    { line: 4, cells: { name: 'Lee, Ann' } },
  ]
  expect(
    rows('\ufeffName,Email,Postal code\r\nZoé Tremblay, zoe@example.com,H2X 1Y4\r\n\r\n"Lee, Ann",,\r\n'),
  ).toEqual(expected)
  expect(rows('name;email;postal-code\nZoé Tremblay;zoe@example.com;H2X 1Y4\n\n"Lee, Ann";;\n')).toEqual(
    expected,
  )
})

it('says why a file as a whole cannot be read', () => {
  expect(rows('')).toBe('empty')
  expect(rows('name,email\n')).toBe('empty')
  expect(rows('name,shoe size\nAnn,38')).toBe('column_unknown')
  expect(rows('email,Email\na@b.example,c@d.example')).toBe('column_twice')
  expect(rows('name\n"Ann')).toBe('not_csv')
  expect(rows(`name\n${'Ann\n'.repeat(mostLinkRows + 1)}`)).toBe('too_many')
})

it('keeps a row that has too few or too many cells, for its own flaws to be told', () => {
  expect(rows('name,email\nAnn\nBea,bea@example.com,more')).toEqual([
    { line: 2, cells: { name: 'Ann' } },
    { line: 3, cells: { name: 'Bea', email: 'bea@example.com' } },
  ])
})
