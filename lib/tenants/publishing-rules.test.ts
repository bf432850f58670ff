import { describe, expect, it } from 'vitest'
import { hostile } from '#prisma/seed/hostile.ts'
import { maple } from '#prisma/seed/maple.ts'
import { nordik } from '#prisma/seed/nordik.ts'
import { fc } from '../../test/properties.ts'
import { brandSchema } from './brand.ts'
import { type BrandDraft, brandInputOf, draftOfBrand, firstBrandDraft } from './brand-draft.ts'
import { flawsOfBrand, presentableBrand } from './brand-flaws.ts'
import { differenceOf } from './difference.ts'
import { approvalRefusal } from './draft.ts'
import type { FlowPolicy } from './flow-policy.ts'
import { draftOfPolicy, firstPolicyDraft, type PolicyDraft } from './policy-draft.ts'
import { flawsOfPolicy, policyOf, presentablePolicy } from './policy-flaws.ts'
import { proposeTheme } from './propose-theme.ts'

const policy: FlowPolicy = { ...maple.policy, id: 'pol_1', returnUrls: [], allowedOrigins: [] }
const whole = draftOfPolicy(policy)
const withPolicy = (change: Partial<PolicyDraft>): PolicyDraft => ({ ...whole, ...change })
const withBrand = (change: Partial<BrandDraft>): BrandDraft => ({ ...draftOfBrand(maple.brand), ...change })

describe('a look may be published', () => {
  it('when nothing is missing, as it was read from the published one', () => {
    expect(flawsOfBrand(draftOfBrand(maple.brand))).toEqual([])
    expect(brandSchema.parse(brandInputOf(draftOfBrand(nordik.brand)))).toEqual(nordik.brand)
  })

  it('not while an address that the person must be given is missing, and says which (CA2, CA14)', () => {
    const missing = flawsOfBrand(firstBrandDraft('Maple')).map(({ field, code }) => `${field} ${code}`)
    expect(missing).toEqual([
      'privacyUrl missing',
      'termsUrl missing',
      'complaintsUrl missing',
      'supportEmail missing',
    ])
  })

  it.each<[Partial<BrandDraft>, string, string]>([
    [{ displayName: '' }, 'displayName', 'missing'],
    [{ displayName: 'x'.repeat(81) }, 'displayName', 'too_long'],
    [{ primary: 'green' }, 'primary', 'colour'],
    [{ cornerRadius: '33' }, 'cornerRadius', 'radius'],
    [{ font: 'comic' }, 'font', 'font'],
    [{ logoPath: 'https://elsewhere.example/logo.svg' }, 'logoPath', 'logo'],
    [{ privacyUrl: 'http://maple.example' }, 'privacyUrl', 'https_url'],
    [{ supportEmail: 'us' }, 'supportEmail', 'email'],
    [{ copy: { en: { 'front.lead': 'Hurry up' }, fr: {} } }, 'copy.en.front.lead', 'pressure'],
    [{ copy: { en: {}, fr: { 'front.lead': 'x'.repeat(301) } } }, 'copy.fr.front.lead', 'too_long'],
  ])('not with %j: %s is %s', (change, field, code) => {
    expect(flawsOfBrand(withBrand(change))).toMatchObject([{ field, code }])
  })

  it('not with a colour that cannot be told apart: with what it measures and the nearest that passes (O5)', () => {
    const [flaw] = flawsOfBrand(withBrand({ surface: '#ffffff', primary: '#ffe600' }))
    expect(flaw).toMatchObject({ field: 'primary', code: 'contrast', values: { needed: 3 } })
    expect(flaw?.values?.ratio).toBeLessThan(3)
    const mended = withBrand({ surface: '#ffffff', primary: String(flaw?.values?.to) })
    expect(flawsOfBrand(mended)).toEqual([])
  })

  it('and a colour is measured from the first, whatever else is still missing (O5)', () => {
    const begun = { ...firstBrandDraft('Maple'), primary: '#c6ff00' }
    expect(flawsOfBrand(begun)).toContainEqual(
      expect.objectContaining({ field: 'primary', code: 'contrast' }),
    )
    expect(flawsOfBrand({ ...begun, accent: 'red' }).map(({ code }) => code)).not.toContain('contrast')
  })

  it('and is shown while it is unfinished, with what was there before', () => {
    const shown = presentableBrand(withBrand({ primary: 'gre', displayName: 'Birch' }), maple.brand)
    expect(shown).toEqual({ ...maple.brand, displayName: 'Birch' })
  })
})

describe('a theme proposed from one colour', () => {
  it('needs no correction, whatever the colour (O5)', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, (hex) => {
        const flaws = flawsOfBrand(withBrand(proposeTheme(hex)))
        expect(flaws).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the colour itself where it passes', () => {
    expect(proposeTheme('#1f5c3f')).toMatchObject({ primary: '#1f5c3f' })
  })
})

describe('a flow policy may be published', () => {
  it.each([
    ['maple', maple],
    ['nordik', nordik],
    ['hostile', hostile],
  ])('as the demo tenant %s has it, and is the same when it is read back', (_, tenant) => {
    const published: FlowPolicy = { ...tenant.policy, id: 'pol_1', returnUrls: [], allowedOrigins: [] }
    expect(flawsOfPolicy(draftOfPolicy(published))).toEqual([])
    expect(policyOf(draftOfPolicy(published), 'pol_1')).toEqual(published)
  })

  it('not while the use or the reason of a scope is missing in a language, and says which (CA2, CA5)', () => {
    const missing = flawsOfPolicy(firstPolicyDraft()).map(({ field, code }) => `${field} ${code}`)
    expect(missing).toEqual([
      'scope.account_basics.purpose.en missing',
      'scope.account_basics.reason.en reason_missing',
      'scope.account_basics.purpose.fr missing',
      'scope.account_basics.reason.fr reason_missing',
    ])
  })

  it('without words in a language that is not offered', () => {
    const [first] = whole.scopes
    const scopes = [
      {
        scope: 'account_basics' as const,
        required: true,
        purpose: { en: first?.purpose.en ?? '', fr: '' },
        reason: { en: first?.reason.en ?? '', fr: '' },
        kept: { from: '', days: '' },
      },
    ]
    const draft = withPolicy({ languages: ['en'], scopes, daysOfTransactions: '0' })
    expect(flawsOfPolicy(draft)).toEqual([])
    expect(policyOf(draft)?.scopes[0]?.purpose.fr).toBe(first?.purpose.en)
  })

  it.each<[string, Partial<PolicyDraft>, string, string]>([
    ['no scope', { scopes: [], daysOfTransactions: '0' }, 'scopes', 'choose_one'],
    ['no language', { languages: [] }, 'languages', 'choose_one'],
    ['an unknown order', { preset: 'sideways' }, 'preset', 'choose_one'],
    ['more than a year (CA3)', { consentDays: '366' }, 'consentDays', 'consent_days'],
    ['no period', { consentDays: '' }, 'consentDays', 'consent_days'],
    [
      'more days than the scopes ask for (CA5)',
      { daysOfTransactions: '365' },
      'daysOfTransactions',
      'too_many_days',
    ],
    ['days in words', { daysOfTransactions: 'many' }, 'daysOfTransactions', 'days'],
    [
      'a plain return address (S6)',
      { returnUrls: ['http://maple.example/back'] },
      'returnUrls',
      'return_url',
    ],
    ['an origin with a path', { allowedOrigins: ['https://maple.example/x'] }, 'allowedOrigins', 'origin'],
    ['a token that nobody can bring', { tokenRequired: true }, 'tokenRequired', 'token_without_origin'],
    ['a proof of what is not asked', { identityFields: [] }, 'identityProof', 'unproven'],
    [
      'thresholds the wrong way round',
      { matchRules: { ...whole.matchRules, partial: '95' } },
      'matchRules.partial',
      'scores_order',
    ],
    ['a score in words', { matchRules: { ...whole.matchRules, match: 'high' } }, 'matchRules.match', 'score'],
    [
      'no country',
      { institutionRules: { ...whole.institutionRules, countries: [] } },
      'institutions.countries',
      'choose_one',
    ],
  ])('not with %s', (_, change, field, code) => {
    expect(flawsOfPolicy(withPolicy(change))).toMatchObject([{ field, code }])
  })

  const said = (en: string) =>
    withPolicy({
      scopes: whole.scopes.map((asked, index) =>
        index === 3 ? { ...asked, purpose: { ...asked.purpose, en } } : asked,
      ),
    })

  it('not with words that press a person (CA8)', () => {
    expect(flawsOfPolicy(said('Act now to see it.'))).toEqual([
      { field: 'scope.balances.purpose.en', code: 'pressure', values: { words: 'act now' } },
    ])
  })

  it('not with words that need more than eight years of school, placed at the hardest (CA13)', () => {
    const hard =
      'Notwithstanding aforementioned provisions authorisation is irrevocably communicated to affiliated organisational intermediaries participating in administration'
    expect(flawsOfPolicy(said(`${hard} ${hard}`))).toEqual([
      { field: 'scope.balances.purpose.en', code: 'reading' },
    ])
  })

  it('and is shown while it is unfinished: words to come are dots', () => {
    const shown = presentablePolicy(
      withPolicy({ scopes: firstPolicyDraft().scopes, consentDays: '' }),
      policy,
    )
    expect(shown.scopes).toMatchObject([{ purpose: { en: '…', fr: '…' }, reason: { en: '…', fr: '…' } }])
    expect(shown.consentDays).toBe(policy.consentDays)
  })
})

describe('what differs between two versions', () => {
  it('is named by its place, before and after', () => {
    const later = withPolicy({
      consentDays: '30',
      scopes: whole.scopes.filter(({ scope }) => scope !== 'statements'),
    })
    const changes = differenceOf(whole, later)
    expect(changes).toContainEqual({ field: 'consentDays', before: '90', after: '30' })
    expect(changes).toContainEqual({ field: 'scopes.statements.required', before: 'false', after: '' })
    expect(changes.map(({ field }) => field)).not.toContain('scopes.balances.required')
  })

  it('is nothing between equals, and an order is told', () => {
    expect(differenceOf(whole, whole)).toEqual([])
    const turned = withPolicy({ identityFields: whole.identityFields.toReversed() })
    expect(differenceOf(whole, turned).map(({ field }) => field)).toEqual(['identityFields'])
  })
})

describe('approval by a second person (O6)', () => {
  const asked = { by: 'one', at: new Date() }
  const draft = { authors: ['one', 'two'], asked }
  const alone = { isNeeded: false, isApproving: false }
  const published = { isNeeded: true, isApproving: false }
  const approved = { isNeeded: true, isApproving: true }
  it.each([
    ['is not asked for by every tenant', { ...draft, asked: null }, alone, 'one', null],
    ['is another right than to publish', draft, published, 'three', 'approval_missing'],
    ['must have been asked for', { ...draft, asked: null }, approved, 'three', 'approval_missing'],
    ['is not given by one who wrote a part', draft, approved, 'two', 'own_work'],
    ['is not given by the one who asked', { authors: [], asked }, approved, 'one', 'own_work'],
    ['is given by somebody else', draft, approved, 'three', null],
  ])('%s', (_, one, rule, actor, refusal) => {
    expect(approvalRefusal(one, { ...rule, actor })).toBe(refusal)
  })
})
