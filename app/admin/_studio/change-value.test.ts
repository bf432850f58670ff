import { describe, expect, it } from 'vitest'
import { translatorFor } from '#lib/kit/i18n.ts'
import { changeValue } from './change-value.ts'

const [en, fr] = [translatorFor('en'), translatorFor('fr')]
const ofPolicy = (path: string, value: string): string => changeValue('policy', path, value, en)

describe('a value of a policy that changed is said as its form says it', () => {
  it.each([
    ['preset', 'bank_first', 'Person, bank, consent'],
    ['languages', 'en\nfr', 'English\nFrançais'],
    ['institutionRules.countries', 'CA', 'Canada'],
    ['demoMode', 'always', en('console.policy.demoModes.always')],
    ['institutionRules.connectors', 'fdx', en('console.policy.connectors.fdx')],
    ['customSteps', 'identity\naccounts', 'Who they are\nWhich accounts they share'],
    ['scopes.balances.kept.from', '', en('console.policy.kept.asked')],
    ['scopes.balances.required', 'false', en('console.policy.asked.optional')],
    ['acceptsFiles', 'true', en('console.policy.yes')],
    ['tokenRequired', 'false', en('console.policy.no')],
    ['idleMinutes', '45', '45 minutes'],
    ['visitMinutes', '120', '2 hours'],
  ])('%s: %j is %j', (path, value, said) => {
    expect(ofPolicy(path, value)).toBe(said)
  })

  it('in the language of who looks', () => {
    expect(changeValue('policy', 'visitMinutes', '120', fr)).toMatch(/^2\sheures$/)
    expect(changeValue('policy', 'region', 'quebec', fr)).toBe(fr('console.policy.regions.quebec'))
  })
})

describe('what a person has written stays as they wrote it', () => {
  it.each([
    ['scopes.balances.purpose.en', 'true'],
    ['scopes.balances.reason.fr', 'end'],
    ['scopes', 'balances'],
    ['returnUrls', 'https://app.example/a\nhttps://app.example/b'],
    ['idleMinutes', 'soon'],
    ['idleMinutes', ''],
    ['preset', 'of a later time'],
  ])('%s: %j', (path, value) => {
    expect(ofPolicy(path, value)).toBe(value)
  })

  it('also what is the name of a choice in a look', () => {
    expect(changeValue('brand', 'displayName', 'true', en)).toBe('true')
  })
})
