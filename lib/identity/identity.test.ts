import { describe, expect, it } from 'vitest'
import type { IdentityFieldName } from '#lib/tenants/flow-policy.ts'
import { fc } from '../../test/properties.ts'
import type { Typed } from './fields/reading.ts'
import { firstChannel, maskEmail, maskPhone } from './identity.ts'
import { channelsOf, isNeeded, readClaim } from './read-claim.ts'
import { typedDetails } from './typed-details.ts'

const now = new Date('2026-06-15T12:00:00Z')
type Proof = 'none' | 'email' | 'phone' | 'either'
const asking = (names: readonly IdentityFieldName[], identityProof: Proof = 'none', required = true) => ({
  identityFields: names.map((name) => ({ name, required })),
  identityProof,
})
const read = (name: IdentityFieldName, typed: Typed) => readClaim(asking([name]), typed, now)
const readAs = (name: IdentityFieldName, typed: Typed) => {
  const claim = read(name, typed)
  return claim.ok ? claim.value[name] : null
}
const codesOf = (name: IdentityFieldName, typed: Typed) => {
  const claim = read(name, typed)
  return claim.ok ? [] : claim.reason.map(({ field, code }) => `${field} ${code}`)
}

describe('a name', () => {
  it.each([
    ['  Zoé   O’Neil-Lévesque ', 'Zoé O’Neil-Lévesque'],
    ['Teller', 'Teller'],
    ['李 小龍', '李 小龍'],
    ['Jean d’Arc, Jr.', 'Jean d’Arc, Jr.'],
    ['9123-4567 Québec inc.', '9123-4567 Québec inc.'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(readAs('fullName', { fullName: typed })).toBe(kept)
  })

  it.each(['x', '--', 'zoe@example.com', '<b>Zoe</b>', '4165550123', 'Zoe\u0007 Roy'])(
    '%j is none',
    (typed) => {
      expect(codesOf('fullName', { fullName: typed })).toEqual(['fullName name_invalid'])
    },
  )

  it('that is very long is refused with the limit, and an empty one is asked for', () => {
    expect(codesOf('fullName', { fullName: 'Zoe'.repeat(60) })).toEqual(['fullName name_too_long'])
    expect(codesOf('fullName', { fullName: '  ' })).toEqual(['fullName name_missing'])
  })
})

describe('a mail address', () => {
  it('that differs in case or spaces around is the same', () => {
    expect(readAs('email', { email: '  Zoe.Roy@Example.COM ' })).toBe('zoe.roy@example.com')
  })

  it.each(['zoe', 'zoe@', '@example.com', 'zoe@example', 'a@b.com\nBcc: c@d.com', 'a@b.com, c@d.com'])(
    '%j is none',
    (typed) => {
      expect(codesOf('email', { email: typed })).toEqual(['email email_invalid'])
    },
  )
})

describe('a phone', () => {
  it.each([
    ['(514) 333-7777', '+15143337777'],
    ['514.333.7777', '+15143337777'],
    ['1 514 333 7777', '+15143337777'],
    ['+1 212 555 0123', '+12125550123'],
    ['+33 1 42 68 53 00', '+33142685300'],
  ])('%j is %s (E.164)', (typed, kept) => {
    expect(readAs('phone', { phone: typed })).toBe(kept)
  })

  it.each(['12', '333-7777', 'call me', '514 333 77777', '114 333 7777', '514 333 7777 ext 5', '+999 1 2 3'])(
    '%j is none',
    (typed) => {
      expect(codesOf('phone', { phone: typed })).toEqual(['phone phone_invalid'])
    },
  )
})

const birth = (day: string, month: string, year: string): Typed => ({
  'dateOfBirth-day': day,
  'dateOfBirth-month': month,
  'dateOfBirth-year': year,
})

describe('a date of birth', () => {
  it.each([
    [birth('7', '3', '1985'), '1985-03-07'],
    [birth('07', '03', '1985'), '1985-03-07'],
    [birth('29', '2', '2000'), '2000-02-29'],
    [birth('1', 'March', '1985'), '1985-03-01'],
    [birth('1', 'févr.', '1985'), '1985-02-01'],
    [birth('15', '6', '2012'), '2012-06-15'],
    [birth('17', '6', '1905'), '1905-06-17'],
  ])('%j is %s', (typed, kept) => {
    expect(readAs('dateOfBirth', typed)).toBe(kept)
  })

  it.each([
    [birth('', '', ''), 'day birth_missing'],
    [birth('', '3', '1985'), 'day birth_day_missing'],
    [birth('7', '', '1985'), 'month birth_month_missing'],
    [birth('7', '3', ''), 'year birth_year_missing'],
    [birth('7', '3', '85'), 'year birth_year_short'],
    [birth('29', '2', '2001'), 'day birth_invalid'],
    [birth('31', '4', '1985'), 'day birth_invalid'],
    [birth('0', '1', '1985'), 'day birth_invalid'],
    [birth('1.5', '1', '1985'), 'day birth_invalid'],
    [birth('x', 'y', '1985'), 'day birth_invalid'],
    [birth('1', '1', '2030'), 'day birth_future'],
    [birth('17', '6', '2012'), 'day birth_too_young'],
    [birth('1', '1', '2020'), 'day birth_too_young'],
    [birth('1', '1', '1900'), 'year birth_too_old'],
  ])('%j: %s (QC5 below 14)', (typed, code) => {
    expect(codesOf('dateOfBirth', typed)).toEqual([`dateOfBirth-${code}`])
  })
})

const address = (lines: Readonly<Record<string, string>>): Typed =>
  Object.fromEntries(Object.entries(lines).map(([name, line]) => [`address-${name}`, line]))
const montreal = {
  line1: '1275 avenue des Canadiens-de-Montréal',
  city: 'Montréal',
  region: 'QC',
  postalCode: 'H3B 5E8',
  country: 'CA',
}

describe('an address', () => {
  it.each([
    ['as written', montreal, montreal],
    ['with a postal code in a hurry', { ...montreal, postalCode: 'h3b5e8' }, montreal],
    ['with its region in words', { ...montreal, region: 'Québec' }, montreal],
    [
      'of the United States',
      { ...montreal, region: 'NY', postalCode: '100014321', country: 'US' },
      { ...montreal, region: 'NY', postalCode: '10001-4321', country: 'US' },
    ],
    ['with a second line', { ...montreal, line2: 'apt 4' }, { ...montreal, line2: 'apt 4' }],
  ])('%s is kept', (_what, typed, kept) => {
    expect(readAs('address', address(typed))).toEqual(kept)
  })

  it.each([
    [
      'postal code with a letter that Canada Post does not use',
      { ...montreal, postalCode: 'D3B 5E8' },
      'postalCode postal_invalid_ca',
    ],
    ['zip code in Canada', { ...montreal, postalCode: '10001' }, 'postalCode postal_invalid_ca'],
    [
      'postal code in the States',
      { ...montreal, region: 'NY', country: 'US' },
      'postalCode postal_invalid_us',
    ],
    ['state in Canada', { ...montreal, region: 'NY' }, 'region region_invalid'],
    ['town left out', { ...montreal, city: '' }, 'city city_missing'],
    ['street left out', { ...montreal, line1: ' ' }, 'line1 line1_missing'],
    ['postal code left out', { ...montreal, postalCode: '' }, 'postalCode postal_missing'],
    ['province left out', { ...montreal, region: '' }, 'region region_missing'],
    ['novel', { ...montreal, line1: 'x'.repeat(121) }, 'line1 too_long'],
  ])('a %s is told at its own field', (_what, typed, code) => {
    expect(codesOf('address', address(typed))).toEqual([`address-${code}`])
  })

  it('may be left out whole where it is optional, also with the country preset', () => {
    const asked = asking(['address'], 'none', false)
    expect(readClaim(asked, address({ country: 'CA' }), now)).toEqual({ ok: true, value: {} })
    expect(readClaim(asked, address({ city: 'Québec' }), now).ok).toBe(false)
  })
})

describe('what is asked', () => {
  it('is all that is read: a field the tenant does not ask for is not kept', () => {
    const claim = readClaim(asking(['fullName']), { fullName: 'Zoé Roy', email: 'zoe@example.com' }, now)
    expect(claim).toEqual({ ok: true, value: { fullName: 'Zoé Roy' } })
  })

  it('is refused with every error at once, in the order asked (P2)', () => {
    const claim = readClaim(asking(['reference', 'fullName', 'email']), { email: 'x' }, now)
    expect(!claim.ok && claim.reason.map(({ code }) => code)).toEqual([
      'reference_missing',
      'name_missing',
      'email_invalid',
    ])
  })

  it.each<[Proof, readonly string[]]>([
    ['none', []],
    ['email', ['email']],
    ['phone', ['phone']],
    ['either', ['email', 'phone']],
  ])('may be proven by %s over %j', (proof, provable) => {
    expect(channelsOf(asking(['fullName', 'email', 'phone'], proof))).toEqual(provable)
    expect(channelsOf(asking(['fullName'], proof))).toEqual([])
  })

  it('is needed where the code goes there and nowhere else', () => {
    expect(isNeeded(asking(['email'], 'email', false), 'email')).toBe(true)
    expect(isNeeded(asking(['email', 'phone'], 'either', false), 'email')).toBe(false)
    expect(isNeeded(asking(['email'], 'either', false), 'email')).toBe(true)
  })

  it('is one of two addresses where either will do, and the mail is written to first', () => {
    const asked = asking(['email', 'phone'], 'either', false)
    const none = readClaim(asked, {}, now)
    expect(none.ok ? [] : none.reason).toEqual([{ field: 'email', code: 'contact_missing' }])
    const phone = readClaim(asked, { phone: '514 333 7777' }, now)
    expect(phone.ok && firstChannel(phone.value)).toBe('phone')
    const both = readClaim(asked, { phone: '514 333 7777', email: 'zoe@example.com' }, now)
    expect(both.ok && firstChannel(both.value)).toBe('email')
  })

  it('can be shown again as it was typed and read to the same', () => {
    const names = ['fullName', 'dateOfBirth', 'email', 'phone', 'address', 'reference'] as const
    const said = {
      fullName: 'Zoé Roy',
      dateOfBirth: '1985-03-07',
      email: 'zoe@example.com',
      phone: '+15143337777',
      address: { ...montreal, line2: 'apt 4', country: 'CA' as const },
      reference: 'A-42',
    }
    expect(readClaim(asking(names), typedDetails(said), now)).toEqual({ ok: true, value: said })
  })

  it('never breaks the reading, whatever is typed', () => {
    const names = ['fullName', 'dateOfBirth', 'email', 'phone', 'address', 'reference'] as const
    const controls = [
      'fullName',
      'dateOfBirth-day',
      'dateOfBirth-month',
      'dateOfBirth-year',
      'email',
      'phone',
      'address-line1',
      'address-postalCode',
      'address-region',
      'address-country',
      'reference',
    ]
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...controls), fc.string({ unit: 'grapheme' })), (typed) => {
        const claim = readClaim(asking(names), typed, now)
        if (claim.ok) expect(readClaim(asking(names), typedDetails(claim.value), now)).toEqual(claim)
        else expect(claim.reason.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a masked address', () => {
  it('shows the first letter and the domain', () => {
    expect(maskEmail('jo@example.com')).toBe('j•••@example.com')
    expect(maskPhone('+15143337777')).toBe('••• ••• 7777')
  })

  it('says nothing of the rest, not even its length (P4)', () => {
    const local = fc.stringMatching(/^[a-z]{2,30}$/)
    fc.assert(
      fc.property(local, (name) => {
        expect(maskEmail(`${name}@example.com`)).toBe(`${name[0]}•••@example.com`)
      }),
    )
  })
})
