import type { AccountKind, Currency } from '#lib/connectors/contract.ts'
import type { FrameSettings } from '#lib/sessions/frame.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

const strictness = ['all', 'several', 'one'] as const

const ruleOf = ({
  accountSelectorEnable,
  accountSelectorMultiple,
}: FrameSettings): FlowPolicy['accountRule'] => {
  if (!accountSelectorEnable) return 'all'
  return accountSelectorMultiple ? 'several' : 'one'
}

const stricter = (a: FlowPolicy['accountRule'], b: FlowPolicy['accountRule']): FlowPolicy['accountRule'] =>
  strictness.indexOf(a) > strictness.indexOf(b) ? a : b

/** What is in both lists, where an empty one means anything; null where nothing can be in both. */
const within = <T>(fixed: readonly T[], asked: readonly T[]): T[] => {
  if (fixed.length === 0) return [...asked]
  const both = asked.length === 0 ? [...fixed] : fixed.filter((one) => asked.includes(one))
  // Nothing would mean anything: the tenant's own list counts, for an address cannot widen it.
  return both.length === 0 ? [...fixed] : both
}

/** What the dialect calls accounts for operations. */
const operations: readonly AccountKind[] = ['chequing', 'savings']

const currenciesOf = ({ accountSelectorCurrency: asked }: FrameSettings): Currency[] =>
  asked === null ? [] : [asked === 'cad' ? 'CAD' : 'USD']

const countriesOf = ({ institutionsLocation: asked }: FrameSettings): ('CA' | 'US')[] =>
  asked === null ? [] : [asked === 'ca' ? 'CA' : 'US']

const daysOf = (settings: FrameSettings): number => {
  if (!settings.withTransactions) return 0
  return settings.daysOfTransactions === 'Days90' ? 90 : 365
}

/** Scopes that a frame asks for only when its address says so. What is left must be something. */
const scopesOf = ({ scopes }: FlowPolicy, settings: FrameSettings): FlowPolicy['scopes'] => {
  const left = scopes.filter(({ scope }) => {
    if (scope === 'statements') return settings.detailsAndStatementEnable
    return settings.withTransactions || !scope.startsWith('transactions_')
  })
  return left.length === 0 ? scopes : left
}

/**
 * The policy as a frame's address narrows it. What the tenant has fixed stays: an address may ask for fewer scopes,
 * accounts, currencies, kinds, countries and days, and never for more. Who the person is, is the page's around to know. Pure.
 */
export const narrowPolicy = (policy: FlowPolicy, settings: FrameSettings): FlowPolicy => ({
  ...policy,
  preset: policy.preset === 'express' ? 'connect' : policy.preset,
  identityFields: [],
  scopes: scopesOf(policy, settings),
  accountRule: stricter(policy.accountRule, ruleOf(settings)),
  accountCurrencies: within(policy.accountCurrencies, currenciesOf(settings)),
  accountKinds: within(policy.accountKinds, settings.showAllAccounts ? [] : operations),
  institutionRules: {
    ...policy.institutionRules,
    countries: within(policy.institutionRules.countries, countriesOf(settings)),
  },
  daysOfTransactions: Math.min(policy.daysOfTransactions, daysOf(settings)),
})
