import { describe, expect, it } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { decisionOn, type MatchOutcome, type MatchRules, outcomeOf } from './judge-match.ts'
import { type ComparableHolder, matchHolder } from './match-holder.ts'
import { scoreEmail, scorePhone } from './score-contact.ts'

const john: ComparableHolder = {
  name: 'John Doe',
  email: 'johndoe@example.com',
  phone: '(514) 333-7777',
  address: {
    line1: '1275 avenue des Canadiens-de-Montréal',
    city: 'Montréal',
    postalCode: 'H3B 5E8',
    country: 'CA',
  },
}
const jane: ComparableHolder = {
  ...john,
  name: 'Jane Doe',
  email: 'janedoe@example.com',
  phone: '(514) 333-7778',
}
const sparse: ComparableHolder = { name: 'J Doe', email: null, phone: null, address: null }

const rules: MatchRules = {
  match: 0.9,
  partial: 0.7,
  onPartial: 'flag',
  onMismatch: 'stop',
  onNoData: 'go_on',
}
const outcome = (...args: Parameters<typeof matchHolder>): MatchOutcome =>
  outcomeOf(matchHolder(...args), rules)

describe('a phone', () => {
  it.each([
    ['+15143337777', '(514) 333-7777', 1],
    ['514.333.7777', '1 514 333-7777', 1],
    ['+33 1 42 68 53 00', '+33142685300', 1],
    ['+15143337777', '(514) 333-7778', 0],
    ['+15143337777', '', null],
    ['12', '12', 1],
  ])('%j beside %j is %s', (a, b, score) => {
    expect(scorePhone(a, b)).toBe(score)
    expect(scorePhone(b, a)).toBe(score)
  })
})

describe('a mail address', () => {
  it.each([
    ['Zoe.Roy@Example.com', 'zoe.roy@example.com', 1],
    ['zoe.roy@example.com', 'zoeroy@example.com', 0],
    ['zoe.roy@gmail.com', 'ZoeRoy+bank@googlemail.com', 0.95],
    ['zoe@gmail.com', 'zoe@example.com', 0],
    ['', 'zoe@example.com', null],
  ])('%j beside %j is %s', (a, b, score) => {
    expect(scoreEmail(a, b)).toBe(score)
    expect(scoreEmail(b, a)).toBe(score)
  })
})

describe('the holder of an account', () => {
  it('is compared field by field, and only in what was claimed', () => {
    const match = matchHolder({ fullName: 'Doe, John', phone: '+15143337777' }, [john])
    expect(match.scores).toEqual({ fullName: 1, phone: 1 })
    expect(match.addressParts).toBeNull()
    expect(match.overall).toBe(1)
  })

  it('may be the other one of two', () => {
    const match = matchHolder({ fullName: 'Jane Doe', email: 'JaneDoe@example.com' }, [john, jane])
    expect(match.scores).toEqual({ fullName: 1, email: 1 })
  })

  it('may stand in one line with another', () => {
    expect(outcome({ fullName: 'Jane Doe' }, [{ ...john, name: 'JOHN DOE & JANE DOE' }])).toBe('match')
    expect(outcome({ fullName: 'Jean Roy' }, [{ ...john, name: 'Zoé Roy et Jean Roy' }])).toBe('match')
    expect(outcome({ fullName: 'Roy and Sons Ltd' }, [{ ...john, name: 'Roy and Sons Ltd.' }])).toBe('match')
  })

  it('is never put together from two', () => {
    const match = matchHolder({ fullName: 'Jane Doe', email: 'johndoe@example.com' }, [john, jane])
    expect(match.scores).toEqual({ fullName: 1, email: 0 })
  })

  it('of whom the bank tells nothing but a name is compared by that name', () => {
    const claim = {
      fullName: 'John Doe',
      email: 'a@example.com',
      phone: '5143337777',
      address: { postalCode: 'H3B 5E8' },
    }
    const match = matchHolder(claim, [sparse])
    expect(match.scores).toEqual({ fullName: expect.closeTo(0.85), email: null, phone: null, address: null })
    expect(outcomeOf(match, rules)).toBe('partial')
  })

  it('whom the bank does not name gives no data', () => {
    expect(outcome({ fullName: 'John Doe' }, [])).toBe('no_data')
    expect(outcome({ phone: '5143337777' }, [sparse])).toBe('no_data')
    expect(matchHolder({ fullName: 'John Doe' }, []).overall).toBeNull()
  })
})

describe('the outcome', () => {
  const elsewhere = { line1: '9 rue Rachel', city: 'Québec', postalCode: 'G1K 4H4' }
  it.each<[string, Parameters<typeof matchHolder>[0], MatchOutcome]>([
    ['the same name', { fullName: 'John Doe' }, 'match'],
    ['the same name with another mail address', { fullName: 'John Doe', email: 'x@example.com' }, 'match'],
    [
      'the same name where nothing else agrees',
      { fullName: 'John Doe', email: 'x@example.com', address: elsewhere },
      'partial',
    ],
    [
      'the same name where one thing else agrees',
      { fullName: 'John Doe', email: 'x@example.com', phone: '514 333 7777' },
      'match',
    ],
    ['an initial', { fullName: 'J Doe' }, 'partial'],
    [
      'a stranger with the same phone',
      { fullName: 'Katarzyna Wiśniewska', phone: '514 333 7777' },
      'mismatch',
    ],
    ['no name and one contact that agrees', { phone: '514 333 7777', email: 'x@example.com' }, 'match'],
    ['no name and no contact that agrees', { phone: '514 333 7770' }, 'mismatch'],
  ])('of %s', (_what, claim, expected) => {
    expect(outcome(claim, [john])).toBe(expected)
  })

  it('decides what the tenant said', () => {
    expect(decisionOn('match', rules)).toBe('go_on')
    expect(decisionOn('partial', rules)).toBe('flag')
    expect(decisionOn('mismatch', rules)).toBe('stop')
    expect(decisionOn('no_data', rules)).toBe('go_on')
  })

  it('is better the lower the thresholds, and never the other way', () => {
    const text = fc.constantFrom('John Doe', 'J Doe', 'Jane Doe', 'Jon Doe', 'John A B C Doe', 'Zoé Roy', '')
    const order: MatchOutcome[] = ['no_data', 'mismatch', 'partial', 'match']
    const threshold = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(text, threshold, threshold, (fullName, high, low) => {
        const match = matchHolder({ fullName }, [john, sparse])
        const strict = outcomeOf(match, { match: Math.max(high, low), partial: Math.max(high, low) })
        const mild = outcomeOf(match, { match: Math.min(high, low), partial: Math.min(high, low) })
        expect(order.indexOf(mild)).toBeGreaterThanOrEqual(order.indexOf(strict))
      }),
    )
  })

  it('never has a number that is none', () => {
    const text = fc.option(fc.string({ maxLength: 20 }), { nil: undefined })
    const holder = fc.record({
      name: fc.string({ maxLength: 20 }),
      email: fc.option(fc.string()),
      phone: fc.option(fc.string()),
      address: fc.option(fc.record({ line1: text, postalCode: text })),
    })
    const claim = fc.record({
      fullName: text,
      email: text,
      phone: text,
      address: fc.option(fc.record({ line1: text }), { nil: undefined }),
    })
    fc.assert(
      fc.property(claim, fc.array(holder, { maxLength: 3 }), (said, holders) => {
        const { scores, overall } = matchHolder(said, holders)
        for (const score of [...Object.values(scores), overall])
          if (score !== null) expect(score >= 0 && score <= 1).toBe(true)
      }),
    )
  })
})
