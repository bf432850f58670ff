import { describe, expect, it } from 'vitest'
import { describeFlaw, readLinkOrder } from './link-order.ts'

describe('the words of an operator who makes a link', () => {
  it('say what is known of the person, what is locked, and for how long', () => {
    const words = ['maple', '--name', 'Zoé Roy', '--email', 'zoe@example.com', '--lock', 'email,name']
    const { slug, link } = readLinkOrder([...words, '--days', '3', '--tag', 'file-7', '--language', 'fr'])
    expect(slug).toBe('maple')
    expect(link).toEqual({
      prefill: {
        values: { fullName: 'Zoé Roy', email: 'zoe@example.com' },
        locked: ['email', 'fullName'],
      },
      days: 3,
      tag: 'file-7',
      language: 'fr',
      isDemo: false,
    })
  })

  it('gather an address, and lock it as one', () => {
    const words = ['--street', '1 rue A', '--city', 'Laval', '--region', 'QC', '--postal-code', 'H1A 1A1']
    const { link } = readLinkOrder(['maple', ...words, '--country', 'CA', '--lock', 'address'])
    expect(link.prefill).toEqual({
      values: {
        address: { line1: '1 rue A', city: 'Laval', region: 'QC', postalCode: 'H1A 1A1', country: 'CA' },
      },
      locked: ['address'],
    })
  })

  it('are refused when they are none, when a flag is unknown, and without one tenant', () => {
    expect(() => readLinkOrder([])).toThrow('Name one tenant')
    expect(() => readLinkOrder(['maple', 'nordik'])).toThrow('Name one tenant')
    expect(() => readLinkOrder(['maple', '--nam', 'Zoé'])).toThrow(/--nam/)
  })

  it('know nothing of anybody unless told', () => {
    expect(readLinkOrder(['maple']).link.prefill).toBeNull()
  })
})

describe('a flaw of a link', () => {
  it.each([
    [
      { field: 'prefill.values.dateOfBirth', flaw: 'not_asked' as const },
      '--date-of-birth: maple does not ask for this.',
    ],
    [{ field: 'prefill.locked', flaw: 'invalid' as const, says: 'no value' }, '--lock: no value.'],
    [{ field: 'prefill.locked.0', flaw: 'invalid' as const, says: 'unknown' }, '--lock: unknown.'],
    [
      { field: 'prefill.values.address.postalCode', flaw: 'invalid' as const, says: 'missing' },
      '--postal-code: missing.',
    ],
    [{ field: 'days', flaw: 'invalid' as const, says: 'must be 21 at most' }, '--days: must be 21 at most.'],
  ])('is told by the flag that has it: %j', (flaw, says) => {
    expect(describeFlaw(flaw, 'maple')).toBe(says)
  })
})
