import { describe, expect, it } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { otherParameters, readParameters, settingParameters } from './parameters.ts'

const read = (query: string) => readParameters(new URLSearchParams(query))

/** Names and defaults as the dialect's table of parameters has them. */
const documented: Readonly<Record<string, unknown>> = {
  closeEnable: false,
  backEnable: true,
  headerEnable: true,
  headerImgEnable: true,
  removePadding: false,
  consentEnable: true,
  stringify: false,
  oauthWindowRedirect: false,
  accountSelectorEnable: false,
  accountSelectorMultiple: false,
  accountSelectorNoTitle: false,
  showAllAccounts: false,
  scheduleRefresh: false,
  enhancedMFA: false,
  skipEnhancedMFA: false,
  detailsAndStatementEnable: false,
}

describe('the parameters of a frame', () => {
  it('are all known by their exact names', () => {
    const names = [...Object.keys(settingParameters), ...Object.keys(otherParameters)]
    expect(names).toHaveLength(57)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  it('have the documented defaults', () => {
    expect(read('').settings).toMatchObject(documented)
    expect(read('').hints).toEqual([])
  })

  it('are read without regard to the case of their names', () => {
    expect(read('CLOSEENABLE=true&daysoftransactions=days365').settings).toMatchObject({
      closeEnable: true,
      daysOfTransactions: 'Days365',
    })
    expect(read('RedirectURL=https://a.example/').get('redirectUrl')).toBe('https://a.example/')
    expect(read('redirectUri=https://a.example/').get('redirectUrl')).toBe('https://a.example/')
  })

  it.each([
    ['closeEnable=maybe', 'closeEnable'],
    ['theme=purple', 'theme'],
    ['eftEligibleRatio=2', 'eftEligibleRatio'],
    ['maximumRetry=0', 'maximumRetry'],
    ['termsUrl=javascript:alert(1)', 'termsUrl'],
    ['accountSelectorCurrency=eur', 'accountSelectorCurrency'],
  ])('fall back with a hint: %s', (query, name) => {
    const { settings, hints } = read(query)
    expect(settings).toEqual(read('').settings)
    expect(hints).toEqual([expect.stringMatching(new RegExp(`^${name}: `))])
  })

  it('that nobody knows are ignored', () => {
    expect(read('utm_source=mail&x').hints).toEqual([])
  })

  it('never stop a visit, whatever stands in them', () => {
    const name = fc.constantFrom(...Object.keys(settingParameters), 'tag', 'x')
    const pairs = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(pairs, (given) => {
        expect(() => readParameters(new URLSearchParams(given))).not.toThrow()
      }),
    )
  })
})
