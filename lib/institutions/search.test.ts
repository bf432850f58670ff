import { describe, expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import { shippedDirectory } from './directory.ts'
import { compact, fold } from './fold.ts'
import { displayName, type Institution } from './institution.ts'
import { search } from './search.ts'
import { buildSearchIndex } from './search-index.ts'

const shipped: Institution[] = shippedDirectory().map((row) => ({ ...row, disabledAt: null }))
const index = buildSearchIndex(shipped)
const namesFor = (query: string, language: 'en' | 'fr' = 'en'): string[] =>
  search(index, { query, language }).map((institution) => displayName(institution, language))

describe('what a person types finds their institution first', () => {
  it.each([
    ['td', 'en', 'TD Canada Trust'],
    ['TD bank', 'en', 'TD Canada Trust'],
    ['rbc', 'en', 'RBC Royal Bank'],
    ['royale', 'fr', 'RBC Banque Royale'],
    ['royal bank of canada', 'fr', 'RBC Banque Royale'],
    ['caise', 'fr', 'Caisse Desjardins'],
    ['caisse', 'fr', 'Caisse Desjardins'],
    ['dejardins', 'en', 'Desjardins'],
    ['accesd', 'fr', 'Caisse Desjardins'],
    ['bank of montreal', 'en', 'BMO Bank of Montreal'],
    ['banque de montreal', 'fr', 'BMO Banque de Montréal'],
    ['scotia bank', 'en', 'Scotiabank'],
    ['scoitabank', 'en', 'Scotiabank'],
    ['meridan', 'en', 'Meridian Credit Union'],
    ['tangerin', 'en', 'Tangerine'],
    ['presidents choice', 'en', 'PC Financial'],
    ['PRÉSIDENT’S CHOICE', 'en', 'PC Financial'],
    ['american expres', 'en', 'American Express Canada'],
    ['us bank', 'en', 'U.S. Bank'],
    ['u.s. bank', 'en', 'U.S. Bank'],
    ['ccs', 'en', 'Coast Capital Savings'],
    ['nationale', 'fr', 'Banque Nationale du Canada'],
    ['vancty', 'en', 'Vancity'],
    ['banque rbc', 'en', 'RBC Royal Bank'],
    ['td canada trust online banking', 'en', 'TD Canada Trust'],
  ] as const)('%s (%s) finds %s', (query, language, name) => {
    expect(namesFor(query, language)[0]).toBe(name)
  })

  it.each([
    ['003', 'RBC Royal Bank'],
    ['3', 'RBC Royal Bank'],
    ['0004', 'TD Canada Trust'],
    ['12345-003', 'RBC Royal Bank'],
    ['12345 003', 'RBC Royal Bank'],
    ['000412345', 'TD Canada Trust'],
    ['021000021', 'Chase'],
    ['010', 'CIBC'],
  ])('the number %s finds %s', (query, name) => {
    expect(namesFor(query)[0]).toBe(name)
  })

  it('a number that two share finds both', () => {
    expect(namesFor('010')).toEqual(['CIBC', 'Simplii Financial'])
  })

  it('nothing typed lists all: what can be connected first, then the most popular', () => {
    const all = search(index, { query: ' … ', language: 'en' })
    expect(all).toHaveLength(shipped.length)
    const connectable = all.filter(({ connectorId }) => connectorId !== null)
    expect(connectable.length).toBeGreaterThan(0)
    expect(all.slice(0, connectable.length)).toEqual(connectable)
    expect(all.slice(connectable.length, connectable.length + 3).map(({ nameEn }) => nameEn)).toEqual([
      'RBC Royal Bank',
      'TD Canada Trust',
      'Scotiabank',
    ])
  })

  it('nonsense finds nothing', () => {
    expect(namesFor('qqzzxxjjkk')).toEqual([])
  })

  it('a country leaves the others out', () => {
    const found = search(index, { query: 'td', language: 'en', country: 'US' })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ country }) => country === 'US')).toBe(true)
  })
})

const anInstitution = (id: number, nameEn: string, nameFr: string, popularity: number): Institution => ({
  id,
  upstreamKey: `key ${id}`,
  nameEn,
  nameFr,
  aliases: [],
  numbers: [],
  country: 'CA',
  kind: 'bank',
  url: null,
  connectorId: null,
  loginWords: {},
  isTest: false,
  popularity,
  disabledAt: null,
})

const word = fc.constantFrom(
  'bank',
  'banque',
  'de',
  'royal',
  'royale',
  'nord',
  'caisse',
  'Été',
  'TD',
  'union',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const text = fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 60 }))
const directory = fc
  .array(fc.tuple(text, text, fc.nat(100)), { minLength: 1, maxLength: 25 })
  .map((rows) => rows.map(([en, fr, popularity], id) => anInstitution(id, en, fr, popularity)))

describe('whatever the directory holds', () => {
  it('an exact name is always first, whatever else is popular', () => {
    fc.assert(
      fc.property(directory, fc.nat(), fc.constantFrom('en', 'fr'), (institutions, pick, language) => {
        const wanted = displayName(institutions[pick % institutions.length] as Institution, language)
        fc.pre(fold(wanted) !== '')
        const first = search(buildSearchIndex(institutions), { query: wanted, language })[0]
        expect(first && compact(fold(displayName(first, language)))).toBe(compact(fold(wanted)))
      }),
      { numRuns: 400 },
    )
  })

  it('the order of two words changes nothing, for the rarer is looked at first', () => {
    const words = [...new Set(shipped.map(({ nameEn }) => fold(nameEn).split(' ').at(-1) ?? ''))].slice(0, 25)
    const idsFor = (query: string): string =>
      search(index, { query, language: 'en' })
        .map(({ id }) => id)
        .toSorted()
        .join()
    const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => [one, other]))
    const differing = pairs.filter(([one, other]) => idsFor(`${one} ${other}`) !== idsFor(`${other} ${one}`))
    expect(differing).toEqual([])
    expect(namesFor('bank scotiabank')).toContain('Scotiabank')
  })

  it('no text that is typed makes the search throw, or find one institution twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
        const found = search(index, { query, language: 'fr' })
        expect(new Set(found).size).toBe(found.length)
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('one mistyped letter in a name of six or more still finds it', () => {
    const long = shipped.filter(({ nameEn }) => /^\p{L}{6,}$/u.test(nameEn))
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom('q', 'x', ''), (wanted, at, letter) => {
        const { nameEn } = wanted
        const place = 1 + (at % (nameEn.length - 1))
        const query = nameEn.slice(0, place) + letter + nameEn.slice(place + 1)
        expect(search(index, { query, language: 'en' })).toContain(wanted)
      }),
      { numRuns: 400 },
    )
  })
})
