import { describe, expect, it } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { scoreName } from './score-name.ts'

const thresholds = { match: 0.9, partial: 0.7 }
const gradeOf = (a: string, b: string): string => {
  const score = scoreName(a, b)
  if (score === null) return 'no_data'
  if (score >= thresholds.match) return 'match'
  return score >= thresholds.partial ? 'partial' : 'mismatch'
}

describe('two names under the thresholds that a policy begins with', () => {
  it.each([
    // The same person, written otherwise.
    ['John Doe', 'John Doe', 'match'],
    ['john doe', 'JOHN DOE', 'match'],
    ['John Doe', 'Doe, John', 'match'],
    ['John Doe', 'DOE JOHN', 'match'],
    ['Mr. John Doe', 'John Doe', 'match'],
    ['M. Jean Roy', 'Roy Jean', 'match'],
    ['Mme Zoé Roy', 'Zoe Roy', 'match'],
    ['Zoë O’Neill-Côté', 'ZOE O NEILL COTE', 'match'],
    ["Zoë O'Neill-Côté", 'Zoë O’Neill Cote', 'match'],
    ['Marie-Ève Tremblay-Gagné', 'Marie Eve Tremblay Gagne', 'match'],
    ['Marieève Tremblay', 'Marie-Ève Tremblay', 'match'],
    ['Jean d’Arc', 'JEAN DARC', 'match'],
    ['Ana De La Cruz', 'Ana Delacruz', 'match'],
    ['Lech Wałęsa', 'LECH WALESA', 'match'],
    ['Jörg Strauß', 'Jorg Strauss', 'match'],
    ['Søren Ødegård', 'Soren Odegard', 'match'],
    ['李 小龍', '李 小龍', 'match'],
    ['Wei Li', 'Li Wei', 'match'],
    // Second names and initials.
    ['John Doe', 'John Albert Doe', 'match'],
    ['John A. Doe', 'John Doe', 'match'],
    ['John A Doe', 'John Albert Doe', 'match'],
    ['John Doe', 'John Albert Robert Doe', 'partial'],
    ['J Doe', 'John Doe', 'partial'],
    ['J. Doe', 'Doe John', 'partial'],
    ['J.R. Smith', 'J.R. Smith', 'match'],
    ['Doe', 'John Doe', 'partial'],
    // Nicknames, both ways.
    ['Bob Doe', 'Robert Doe', 'match'],
    ['William Roy', 'Bill Roy', 'match'],
    ['Mike O’Brien', 'Michael OBrien', 'match'],
    ['Alexander Roy', 'Alexandra Roy', 'partial'],
    // Slips of the hand.
    ['Jonh Doe', 'John Doe', 'match'],
    ['Jean Tremblai', 'Jean Tremblay', 'match'],
    ['Katarzyna Wisniewska', 'Katarzyna Wiśniewska', 'match'],
    ['Marie Roy', 'Maria Roy', 'partial'],
    // Somebody else.
    ['Jane Doe', 'John Doe', 'mismatch'],
    ['Mark Roy', 'Mary Roy', 'mismatch'],
    ['Daniel Roy', 'Danielle Roy', 'partial'],
    ['John Doe', 'Katarzyna Wiśniewska', 'mismatch'],
    ['John Doe Jr', 'John Doe Sr', 'partial'],
    ['John Doe III', 'John Doe', 'match'],
    ['John Doe', 'Northern Lights Bakery Inc.', 'mismatch'],
    // Companies.
    ['Northern Lights Bakery', 'Northern Lights Bakery Inc.', 'partial'],
    ['Northern Lights Bakery Incorporated', 'NORTHERN LIGHTS BAKERY INC', 'match'],
    ['Boulangerie Côté Ltée', 'Boulangerie Cote Limitée', 'match'],
    ['The Roy & Co. Company Ltd', 'Roy Ltd', 'match'],
    ['Roy Tremblay S.E.N.C.R.L.', 'Roy Tremblay LLP', 'match'],
    ['Acme L.L.C.', 'Acme LLC', 'match'],
    ['Acme Widgets Inc.', 'Acme Widgets LLC', 'match'],
    ['9123-4567 Québec inc.', '9123-4567 QUEBEC INC', 'match'],
    ['9123-4567 Québec inc.', '9123-4568 QUEBEC INC', 'partial'],
    ['Acme Widgets Inc.', 'Apex Gadgets Inc.', 'mismatch'],
    // Nothing to compare.
    ['', 'John Doe', 'no_data'],
    ['…', 'John Doe', 'no_data'],
  ])('%j and %j: %s', (a, b, grade) => {
    expect(gradeOf(a, b)).toBe(grade)
    expect(gradeOf(b, a)).toBe(grade)
  })
})

const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿŁłŚś’'.-]{1,12}$/)
const anyName = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom('Mr', 'Junior', 'Inc', 'and', 'Mary Ann Maryann', 'J R', 'Doe Jr Sr', 'an na anna'),
)

describe('whatever the names', () => {
  it('a score is between 0 and 1 or nothing at all, and the same both ways round', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const score = scoreName(a, b)
        expect(score).toBe(scoreName(b, a))
        if (score === null) return
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('a name agrees wholly with itself, in any case and without its accents', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
        expect([1, null]).toContain(scoreName(name, name))
        expect(scoreName(name, plain)).toBe(scoreName(name, name))
      }),
    )
  })

  it('the order of words does not matter', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(words, (given) => {
        expect(scoreName(given.join(' '), given.toReversed().join(' '))).toBeCloseTo(1)
      }),
    )
  })
})
