import { describe, expect, it } from 'vitest'
import { flowPolicySchema, isReturnUrlAllowed } from './flow-policy.ts'

const both = (text: string) => ({ en: text, fr: text })
const balances = {
  scope: 'balances',
  required: true,
  purpose: both('To decide'),
  reason: both('Needed'),
  kept: null,
}
const year = {
  scope: 'transactions_365',
  required: false,
  purpose: both('To decide'),
  reason: null,
  kept: { from: 'read', days: 30 },
}

const policy = {
  id: 'pol_1',
  preset: 'express',
  languages: ['en', 'fr'],
  region: null,
  identityFields: [{ name: 'email', required: true }],
  identityProof: 'email',
  matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'flag', onNoData: 'go_on' },
  scopes: [balances, year],
  recipients: [],
  consentDays: 365,
  institutionRules: { listed: 'all', countries: ['CA', 'US'], hidden: [], featured: [], connectors: [] },
  accountRule: 'one',
  accountCurrencies: [],
  accountKinds: [],
  daysOfTransactions: 365,
  returnUrls: ['https://client.example/back?from=portico', 'http://127.0.0.1:3300/connected'],
  allowedOrigins: ['https://client.example'],
  tokenRequired: false,
  customSteps: [],
  acceptsFiles: false,
  idleMinutes: 30,
  visitMinutes: 120,
  demoMode: 'anyone',
}

describe('a flow policy', () => {
  it('is what was published', () => {
    expect(flowPolicySchema.parse(policy)).toEqual(policy)
  })

  it('of before there were limits, terms and ways is as it was', () => {
    const { idleMinutes: _, visitMinutes: __, demoMode: ___, ...early } = policy
    const { connectors: ____, ...institutionRules } = early.institutionRules
    const scopes = early.scopes.map(({ kept: _, ...asked }) => asked)
    expect(flowPolicySchema.parse({ ...early, institutionRules, scopes })).toEqual({
      ...policy,
      scopes: policy.scopes.map((asked) => ({ ...asked, kept: null })),
    })
  })

  it.each<[string, object]>([
    ['waits for a time that is no choice', { idleMinutes: 31 }],
    ['leaves no room for more time (A3)', { idleMinutes: 60, visitMinutes: 90 }],
    ['deletes what it reads', { scopes: [{ ...year, kept: { from: 'read', days: 0 } }, balances] }],
    ['keeps for ever and a day', { scopes: [balances, { ...year, kept: { from: 'end', days: 2558 } }] }],
    [
      'keeps something longer than its account',
      {
        scopes: [
          balances,
          { ...year, kept: null },
          { ...balances, scope: 'account_basics', kept: { from: 'end', days: 1 } },
        ],
      },
    ],
    [
      'forgets the accounts while the consent stands',
      { scopes: [year, { ...balances, scope: 'account_basics', kept: { from: 'read', days: 9 } }] },
    ],
    ['a required scope without a reason (CA5)', { scopes: [{ ...balances, reason: null }, year] }],
    ['a scope whose use is blank (CA2)', { scopes: [{ ...balances, purpose: both(' ') }, year] }],
    ['a use in one language only (QC2)', { scopes: [{ ...balances, purpose: { en: 'To decide' } }, year] }],
    ['a scope outside the catalogue', { scopes: [{ ...balances, scope: 'everything' }, year] }],
    ['a scope that stands twice', { scopes: [balances, balances, year] }],
    ['no scope at all', { scopes: [] }],
    ['a consent beyond 12 months (CA3)', { consentDays: 366 }],
    ['a consent of no day', { consentDays: 0 }],
    ['more days of transactions than the scopes ask for (CA5)', { scopes: [balances] }],
    ['no language', { languages: [] }],
    ['a part agreement above the whole one', { matchRules: { ...policy.matchRules, partial: 0.95 } }],
    ['a kind of account that does not exist', { accountKinds: ['piggy_bank'] }],
    [
      'a country without institutions',
      { institutionRules: { ...policy.institutionRules, countries: ['FR'] } },
    ],
    ['a return address that is not https', { returnUrls: ['http://client.example/back'] }],
    ['a return address with a fragment (RFC 6749 section 3.1.2)', { returnUrls: ['https://a.example/#x'] }],
    ['a return address with credentials', { returnUrls: ['https://me:pw@a.example/'] }],
    ['a script for a return address', { returnUrls: ['javascript:alert(1)'] }],
    ['an app’s scheme that anybody might have', { returnUrls: ['myapp://callback'] }],
    ['an origin with a path', { allowedOrigins: ['https://client.example/page'] }],
    ['a wildcard for an origin', { allowedOrigins: ['https://*.client.example'] }],
  ])('is refused: %s', (_, change) => {
    expect(flowPolicySchema.safeParse({ ...policy, ...change }).success).toBe(false)
  })
})

describe('a return address', () => {
  it.each([
    ['https://client.example/back?from=portico', true],
    ['https://client.example/back?from=portico&x=1', false],
    ['https://client.example/back', false],
    ['https://client.example/back?from=portico#', false],
    ['HTTPS://client.example/back?from=portico', false],
    ['https://client.example.evil.example/back?from=portico', false],
    ['', false],
  ])('is allowed only letter by letter (S6): %s', (url, isAllowed) => {
    expect(isReturnUrlAllowed(flowPolicySchema.parse(policy), url)).toBe(isAllowed)
  })
})
