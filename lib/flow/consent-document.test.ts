import { describe, expect, it } from 'vitest'
import { hashDocument } from '#lib/consents/consent.ts'
import { canGive, scopeCatalogue } from '#lib/consents/scope-catalogue.ts'
import { type FlowPolicy, flowPolicySchema, scopeNames } from '#lib/tenants/flow-policy.ts'
import { paintBrand } from '#lib/tenants/paint-brand.ts'
import { maple } from '#prisma/seed/maple.ts'
import { type ConsentTerms, consentDocument } from './consent-document.ts'

const policy: FlowPolicy = {
  ...maple.policy,
  id: 'pol_1',
  returnUrls: [],
  allowedOrigins: [],
  recipients: ['Prairie Credit Insurance'],
}
const brand = paintBrand({ ...maple.brand, id: 'brd_1' })
const terms: ConsentTerms = { policy, brand, language: 'en', bank: null }

describe('the document of consent', () => {
  it.each(['en', 'fr'] as const)(
    'is informed, in %s: data, use, period, recipients, way to stop (CA2, QC1)',
    (language) => {
      const document = consentDocument({ ...terms, language })
      for (const [index, scope] of document.scopes.entries()) {
        expect(scope.description).not.toBe('')
        expect(scope.purpose).toBe(policy.scopes[index]?.purpose[language])
      }
      expect(document.durationText).toContain('90')
      expect(document.recipientsText).toContain(brand.tenantName)
      expect(document.recipients).toEqual(['Prairie Credit Insurance'])
      expect(document.withdrawText).toContain(brand.supportEmail)
      expect(document.notices.privacyUrl).toBe(brand.privacyUrl)
    },
  )

  it('is specific: each scope names the single things it lets be read (QC1, UK3)', () => {
    for (const scope of scopeNames) expect(scopeCatalogue[scope].permissions.length).toBeGreaterThan(0)
    const [basics] = consentDocument(terms).scopes
    expect(basics?.permissions).toContain('Currency')
  })

  it('is granular: one ask and one purpose a scope, and none stands twice (QC1)', () => {
    const { scopes } = consentDocument(terms)
    expect(new Set(scopes.map(({ scope }) => scope)).size).toBe(scopes.length)
    expect(
      flowPolicySchema.safeParse({ ...policy, scopes: [...policy.scopes, ...policy.scopes] }).success,
    ).toBe(false)
  })

  it('is free: what is required has its reason, what is not says what happens without it (QC1, CA5, O1)', () => {
    for (const scope of consentDocument(terms).scopes) {
      const isRequired = policy.scopes.some((asked) => asked.scope === scope.scope && asked.required)
      expect(scope.requiredReason !== null).toBe(isRequired)
      expect(scope.withoutIt !== null && scope.withIt !== null).toBe(!isRequired)
    }
  })

  it('is temporary: no policy asks for longer than twelve months (QC1, CA3)', () => {
    expect(flowPolicySchema.safeParse({ ...policy, consentDays: 366 }).success).toBe(false)
    expect(consentDocument({ ...terms, policy: { ...policy, consentDays: 365 } }).durationText).toMatch(
      /^For 12 months/,
    )
    expect(consentDocument({ ...terms, policy: { ...policy, consentDays: 1 } }).durationText).toMatch(
      /^For 1 day /,
    )
  })

  it('has one hash as long as nothing in it changes, whatever the day (R5)', () => {
    expect(hashDocument(consentDocument(terms))).toEqual(hashDocument(consentDocument(terms)))
    const other = { ...terms, policy: { ...policy, recipients: [] } }
    expect(hashDocument(consentDocument(other))).not.toEqual(hashDocument(consentDocument(terms)))
  })

  it('opens with the words of the tenant where it has its own', () => {
    const own = { ...brand, copy: { en: { 'steps.consent.lead': 'We ask for three things.' } } }
    expect(consentDocument({ ...terms, brand: own }).introduction).toBe('We ask for three things.')
    expect(consentDocument({ ...terms, brand: own, language: 'fr' }).introduction).toContain(
      'Maple Lending demande',
    )
  })
})

describe('a request that fits the bank (UK1)', () => {
  const data = { accounts: () => never(), transactions: () => never() }
  const never = (): Promise<never> => new Promise(() => undefined)

  it('leaves out what the bank’s connector cannot give', () => {
    expect(canGive({ data }, 'statements')).toBe(false)
    expect(canGive({ data, statements: { list: never, file: never } }, 'statements')).toBe(true)
    for (const scope of scopeNames.filter((name) => name !== 'statements'))
      expect(canGive({ data }, scope)).toBe(true)
  })

  it.each([
    ['en', 'Files do not tell this. It will not be read.'],
    ['fr', 'Les fichiers ne l’indiquent pas. Rien de cela ne sera lu.'],
  ] as const)('says that files tell no holder and cannot be read anew (%s)', (language, says) => {
    const scopes = scopeNames.map((scope) => ({ ...maple.policy.scopes[0], scope }))
    const bank = { name: 'Caisse Sandbox', connectorId: 'file' }
    const asked = { ...terms, policy: { ...policy, scopes } as FlowPolicy, bank, language }
    const notGiven = consentDocument(asked).scopes.filter((one) => one.notGiven !== null)
    expect(notGiven.map(({ scope }) => scope)).toEqual(['holder_contact', 'ongoing_refresh'])
    expect(new Set(notGiven.map((one) => one.notGiven))).toEqual(new Set([says]))
  })

  it('names the bank when it is known', () => {
    const known = consentDocument({ ...terms, bank: { name: 'Caisse Sandbox', connectorId: 'sandbox' } })
    expect(known.institutionName).toBe('Caisse Sandbox')
    expect(known.scopes.every(({ notGiven }) => notGiven === null)).toBe(true)
  })
})
