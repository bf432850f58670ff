import { describe, expect, it } from 'vitest'
import { accountKinds } from '#lib/connectors/contract.ts'
import type { FrameSettings } from '#lib/sessions/frame.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { fc } from '../../test/properties.ts'
import { narrowPolicy } from './narrow-policy.ts'

const policy = {
  accountRule: 'several',
  accountCurrencies: [],
  accountKinds: [],
  institutionRules: { listed: 'all', countries: ['CA', 'US'], hidden: [], featured: [] },
  daysOfTransactions: 90,
  scopes: ['account_basics', 'transactions_90', 'statements'].map((scope) => ({ scope })),
} as unknown as FlowPolicy

const settings = {
  accountSelectorEnable: true,
  accountSelectorMultiple: true,
  accountSelectorCurrency: null,
  showAllAccounts: true,
  institutionsLocation: null,
  daysOfTransactions: 'Days365',
  withTransactions: true,
} as unknown as FrameSettings

const narrow = (fixed: Partial<FlowPolicy>, asked: Partial<FrameSettings>) =>
  narrowPolicy({ ...policy, ...fixed }, { ...settings, ...asked })

const rules = ['all', 'several', 'one'] as const
const anySettings: fc.Arbitrary<Partial<FrameSettings>> = fc.record({
  accountSelectorEnable: fc.boolean(),
  accountSelectorMultiple: fc.boolean(),
  accountSelectorCurrency: fc.constantFrom('cad', 'usd', null),
  showAllAccounts: fc.boolean(),
  institutionsLocation: fc.constantFrom('ca', 'us', null),
  daysOfTransactions: fc.constantFrom('Days90', 'Days365', null),
  withTransactions: fc.boolean(),
})
const anyPolicy: fc.Arbitrary<Partial<FlowPolicy>> = fc.record({
  accountRule: fc.constantFrom(...rules),
  accountCurrencies: fc.subarray(['CAD', 'USD'] as const) as fc.Arbitrary<FlowPolicy['accountCurrencies']>,
  accountKinds: fc.subarray([...accountKinds]),
  daysOfTransactions: fc.constantFrom(0, 90, 365),
})

const isWithin = <T>(inner: readonly T[], outer: readonly T[]): boolean =>
  outer.length === 0 || (inner.length > 0 && inner.every((one) => outer.includes(one)))

describe('the address of a frame', () => {
  it('never loosens what the tenant has fixed, whatever it asks', () => {
    fc.assert(
      fc.property(anyPolicy, anySettings, (fixed, asked) => {
        const before = { ...policy, ...fixed }
        const after = narrow(fixed, asked)
        expect(rules.indexOf(after.accountRule)).toBeGreaterThanOrEqual(rules.indexOf(before.accountRule))
        expect(after.daysOfTransactions).toBeLessThanOrEqual(before.daysOfTransactions)
        expect(isWithin(after.accountCurrencies, before.accountCurrencies)).toBe(true)
        expect(isWithin(after.accountKinds, before.accountKinds)).toBe(true)
      }),
    )
  })

  it('asks for one account, one currency, one country, fewer days', () => {
    const asked = { accountSelectorMultiple: false, accountSelectorCurrency: 'cad', withTransactions: false }
    expect(narrow({}, { ...asked, institutionsLocation: 'us' } as Partial<FrameSettings>)).toMatchObject({
      accountRule: 'one',
      accountCurrencies: ['CAD'],
      daysOfTransactions: 0,
      institutionRules: { countries: ['US'] },
    })
  })

  it('shows accounts for daily operations unless it asks for all', () => {
    expect(narrow({}, { showAllAccounts: false }).accountKinds).toEqual(['chequing', 'savings'])
    expect(narrow({}, { showAllAccounts: true }).accountKinds).toEqual([])
  })

  it('asks for statements only when told to, and for no transactions when told so', () => {
    const asked = (settings: Partial<FrameSettings>) => narrow({}, settings).scopes.map(({ scope }) => scope)
    expect(asked({})).toEqual(['account_basics', 'transactions_90'])
    expect(asked({ detailsAndStatementEnable: true, withTransactions: false })).toEqual([
      'account_basics',
      'statements',
    ])
  })
})
