import { describe, expect, it } from 'vitest'
import type { Language } from '#lib/kit/i18n.ts'
import { scopeNames } from '#lib/tenants/flow-policy.ts'
import { paintBrand } from '#lib/tenants/paint-brand.ts'
import { englishGrade, frenchEase, hardestGrade, leastEase, sentencesOf } from '#lib/tenants/reading-grade.ts'
import type { DemoTenant } from '#prisma/seed/demo-tenant.ts'
import { hostile } from '#prisma/seed/hostile.ts'
import { maple } from '#prisma/seed/maple.ts'
import { nordik } from '#prisma/seed/nordik.ts'
import { consentDocument } from './consent-document.ts'
import type { ConsentDocument } from './view.ts'

const documentOf = ({ brand, policy }: DemoTenant, language: Language): ConsentDocument =>
  consentDocument({
    policy: { ...policy, id: 'pol_1', returnUrls: [], allowedOrigins: [] },
    // The name is not ours to simplify: an ordinary one stands in.
    brand: { ...paintBrand({ ...brand, id: 'brd_1' }), tenantName: 'Maple Bank', supportEmail: 'us' },
    language,
    bank: null,
  })

/** Every sentence of the page's own words and the tenant's. */
const saidIn = (document: ConsentDocument): string[] => {
  const ofScopes = document.scopes.flatMap(
    ({ title, description, purpose, requiredReason, withoutIt, withIt, keptText }) => [
      title,
      description,
      purpose,
      requiredReason ?? '',
      withoutIt ?? '',
      withIt ?? '',
      keptText ?? '',
    ],
  )
  const { title, introduction, durationText, recipientsText, withdrawText, noPasswordText } = document
  const holderCheckText = document.holderCheckText ?? ''
  const ofPage = [durationText, recipientsText, holderCheckText, withdrawText, noPasswordText]
  return sentencesOf([title, introduction, ...ofScopes, ...ofPage])
}

describe('the words of consent (CA13)', () => {
  const everything: DemoTenant = {
    ...maple,
    policy: {
      ...maple.policy,
      recipients: ['One', 'Two'],
      scopes: scopeNames.map((scope) => ({
        scope,
        required: false,
        purpose: { en: 'To help you.', fr: 'Pour vous aider.' },
        reason: null,
        kept: { from: 'end' as const, days: 30 },
      })),
    },
  }

  it.each([
    ['the demo tenant maple', maple],
    ['the demo tenant nordik', nordik],
    ['the demo tenant with the hostile brand', hostile],
    ['one who asks for the whole catalogue', everything],
  ])('of %s need no more than eight years of school, in English', (_, tenant) => {
    expect(englishGrade(saidIn(documentOf(tenant, 'en')))).toBeLessThanOrEqual(hardestGrade)
  })

  it.each([
    ['the demo tenant maple', maple],
    ['the demo tenant nordik', nordik],
    ['the demo tenant with the hostile brand', hostile],
    ['one who asks for the whole catalogue', everything],
  ])('of %s are as easy in French', (_, tenant) => {
    expect(frenchEase(saidIn(documentOf(tenant, 'fr')))).toBeGreaterThanOrEqual(leastEase)
  })

  it('would fail if they read like a contract', () => {
    const legalese = [
      'Notwithstanding the aforementioned provisions the undersigned irrevocably authorises the communication of confidential financial information to affiliated organisations',
    ]
    expect(englishGrade(legalese)).toBeGreaterThan(12)
    const french = [
      'Nonobstant les dispositions susmentionnées le soussigné autorise irrévocablement la communication de renseignements confidentiels aux organisations affiliées',
    ]
    expect(frenchEase(french)).toBeLessThan(40)
  })
})
