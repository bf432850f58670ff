import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimDetailsSchema, maskEmail } from './identity.ts'

const read = (fullName: string, email = 'zoe@example.com') =>
  claimDetailsSchema.safeParse({ fullName, email })

describe('what a person says of themselves', () => {
  it.each([
    ['  Zoé   O’Neil-Lévesque ', 'Zoé O’Neil-Lévesque'],
    ['Teller', 'Teller'],
    ['李 小龍', '李 小龍'],
    ['Jean d’Arc, Jr.', 'Jean d’Arc, Jr.'],
  ])('the name %j is kept as %j', (typed, kept) => {
    expect(read(typed)).toMatchObject({ success: true, data: { fullName: kept } })
  })

  it.each(['', ' ', 'x', '--', 'zoe@example.com', '<b>Zoe</b>', '4165550123', 'Zoe\u0000'.repeat(60)])(
    '%j is no name',
    (typed) => {
      expect(read(typed).success).toBe(false)
    },
  )

  it('addresses that differ in case or spaces around are the same', () => {
    const email = (typed: string) => read('Zoe Roy', typed).data?.email
    expect(email('  Zoe.Roy@Example.COM ')).toBe('zoe.roy@example.com')
    expect(email('zoe.roy@example.com')).toBe(email('  Zoe.Roy@Example.COM '))
  })

  it.each(['', 'zoe', 'zoe@', '@example.com', 'zoe@example', 'a@b.com\nBcc: c@d.com', 'a@b.com, c@d.com'])(
    '%j is no address',
    (typed) => {
      expect(read('Zoe Roy', typed).success).toBe(false)
    },
  )
})

describe('a masked address', () => {
  it('shows the first letter and the domain', () => {
    expect(maskEmail('jo@example.com')).toBe('j•••@example.com')
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
