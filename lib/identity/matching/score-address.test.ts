import { describe, expect, it } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { type ComparableAddress, scoreAddress, scoreAddressParts } from './score-address.ts'

const line = (a: string, b: string) => scoreAddressParts({ line1: a }, { line1: b }).line1
const part = (name: 'city' | 'region' | 'postalCode', a: string, b: string) =>
  scoreAddressParts({ [name]: a }, { [name]: b })[name]

describe('a street line', () => {
  it.each([
    ['1275 avenue des Canadiens-de-Montréal', '1275 Av. des Canadiens de Montreal'],
    ['1275 avenue des Canadiens-de-Montréal', '1275 Canadiens-de-Montréal Ave'],
    ['14, rue du Petit-Champlain', '14 RUE DU PETIT CHAMPLAIN'],
    ['14 rue du Petit-Champlain', '14 Petit-Champlain Street'],
    ['100 King St W', '100 King Street West'],
    ['100 King St. West', '100 rue King Ouest'],
    ['4-1275 boul. Saint-Laurent', '1275 St-Laurent Blvd, apt 4'],
    ['1275 Saint-Laurent Blvd', '1275 boul. St-Laurent, app. 4'],
    ['200 Main St Ste 500', '200 Main Street, Suite 500'],
    ['#4 - 1275 Oak Road', '1275 Oak Rd Unit 4'],
    ['12 Sainte-Catherine St E', '12 rue Ste-Catherine Est'],
  ])('%j is %j', (a, b) => {
    expect(line(a, b)).toBe(1)
    expect(line(b, a)).toBe(1)
  })

  it.each([
    ['another door', '1275 Oak Road', '1277 Oak Road', 0, 0.3],
    ['another unit', '4-1275 Oak Road', '5-1275 Oak Road', 0.4, 0.6],
    ['another street', '1275 Oak Road', '1275 Maple Road', 0, 0.3],
    ['the other end of the street', '100 King St W', '100 King St E', 0.8, 1],
    ['a slip of the hand', '1275 Champlian Road', '1275 Champlain Road', 0.8, 0.99],
  ])('%s is not it', (_what, a, b, least, most) => {
    expect(line(a, b)).toBeGreaterThanOrEqual(least)
    expect(line(a, b)).toBeLessThanOrEqual(most)
  })
})

describe('the other parts', () => {
  it.each([
    ['postalCode', 'H3B 5E8', 'h3b5e8', 1],
    ['postalCode', 'H3B 5E8', 'H3B 1A1', 0.5],
    ['postalCode', 'H3B 5E8', 'K1A 0B1', 0],
    ['postalCode', '10001', '10001-4321', 1],
    ['postalCode', '10001', '10002', 0],
    ['city', 'Montréal', 'MONTREAL', 1],
    ['city', 'Saint-Jean', 'St Jean', 1],
    ['city', 'Montréal', 'Québec', 0],
    ['region', 'QC', 'Québec', 1],
    ['region', 'PQ', 'qc', 1],
    ['region', 'British Columbia', 'BC', 1],
    ['region', 'ON', 'QC', 0],
  ] as const)('%s %j beside %j is %d', (name, a, b, score) => {
    expect(part(name, a, b)).toBe(score)
    expect(part(name, b, a)).toBe(score)
  })

  it('that are missing are not compared', () => {
    const parts = scoreAddressParts({ postalCode: 'H3B 5E8' }, { line1: '1 Oak Road', city: 'Montréal' })
    expect(parts).toEqual({ line1: null, city: null, region: null, postalCode: null })
    expect(scoreAddress(parts)).toBeNull()
  })
})

const montreal: ComparableAddress = {
  line1: '1275 avenue des Canadiens-de-Montréal',
  city: 'Montréal',
  region: 'QC',
  postalCode: 'H3B 5E8',
  country: 'CA',
}
const whole = (a: ComparableAddress, b: ComparableAddress) => scoreAddress(scoreAddressParts(a, b))

describe('a whole address', () => {
  it('is the same without its region, or with its parts in the other language', () => {
    expect(whole(montreal, montreal)).toBeCloseTo(1)
    expect(
      whole(montreal, { ...montreal, region: undefined, line1: '1275 Canadiens de Montreal Av' }),
    ).toBeCloseTo(1)
  })

  it('agrees in part after a move within the town, and in nothing across the border', () => {
    const moved = whole(montreal, { ...montreal, line1: '9 rue Rachel', postalCode: 'H2W 1C3' }) ?? 1
    expect(moved).toBeLessThan(0.5)
    expect(whole(montreal, { ...montreal, country: 'US' })).toBe(0)
  })

  it('is not decided by a town alone', () => {
    expect(whole({ city: 'Montréal' }, montreal)).toBeNull()
  })

  it('scores within 0 and 1, the same both ways round, and 1 beside itself, whatever is written', () => {
    const text = fc.option(
      fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('12 St', 'Ste 4', 'n', '1 1 1', 'apt 4 apt 5')),
      { nil: undefined },
    )
    const anyAddress = fc.record({ line1: text, city: text, region: text, postalCode: text, country: text })
    fc.assert(
      fc.property(anyAddress, anyAddress, (a, b) => {
        const score = whole(a, b)
        expect(score).toBe(whole(b, a))
        if (score !== null) expect(score >= 0 && score <= 1).toBe(true)
        const self = whole(a, a)
        if (self !== null) expect(self).toBeCloseTo(1)
      }),
      { numRuns: 500 },
    )
  })
})
