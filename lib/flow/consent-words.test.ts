import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { describe, expect, it } from 'vitest'
import type { Language } from '#lib/kit/i18n.ts'
import { scopeNames } from '#lib/tenants/flow-policy.ts'
import { paintBrand } from '#lib/tenants/paint-brand.ts'
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

/** Every sentence of the page's own words and the tenant's, each ended by a full stop. */
const sentencesOf = (document: ConsentDocument): string[] => {
  const ofScopes = document.scopes.flatMap(
    ({ title, description, purpose, requiredReason, withoutIt, withIt }) => [
      title,
      description,
      purpose,
      requiredReason ?? '',
      withoutIt ?? '',
      withIt ?? '',
    ],
  )
  const { title, introduction, durationText, recipientsText, withdrawText, noPasswordText } = document
  const holderCheckText = document.holderCheckText ?? ''
  return [
    title,
    introduction,
    ...ofScopes,
    durationText,
    recipientsText,
    holderCheckText,
    withdrawText,
    noPasswordText,
  ]
    .flatMap((text) => text.split(/[.:;](?:\s|$)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

const wordsIn = (sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence) => sentence.match(/[\p{L}\d]+/gu) ?? [])

/** Groups of vowels, without the mute e at the end: close enough for a mean over a page. */
const frenchSyllables = (word: string): number => {
  const spoken = word.toLowerCase().replace(/(?<=..)(es?|ent)$/u, '')
  return Math.max(1, spoken.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu)?.length ?? 0)
}

const countsOf = (sentences: readonly string[], syllables: (word: string) => number) => {
  const words = wordsIn(sentences)
  const total = words.reduce((sum, word) => sum + syllables(word), 0)
  return { sentence: sentences.length, word: words.length, syllable: total }
}

/** Kandel and Moles (1958), the reading ease of Flesch fitted to French: 60 and more is what a 14-year-old reads. */
const frenchEase = (sentences: readonly string[]): number => {
  const { sentence, word, syllable: total } = countsOf(sentences, frenchSyllables)
  return 207 - 1.015 * (word / sentence) - 73.6 * (total / word)
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
      })),
    },
  }

  it.each([
    ['the demo tenant maple', maple],
    ['the demo tenant nordik', nordik],
    ['the demo tenant with the hostile brand', hostile],
    ['one who asks for the whole catalogue', everything],
  ])('of %s need no more than eight years of school, in English', (_, tenant) => {
    const counts = countsOf(sentencesOf(documentOf(tenant, 'en')), syllable)
    expect(fleschKincaid(counts)).toBeLessThanOrEqual(8)
  })

  it.each([
    ['the demo tenant maple', maple],
    ['the demo tenant nordik', nordik],
    ['the demo tenant with the hostile brand', hostile],
    ['one who asks for the whole catalogue', everything],
  ])('of %s are as easy in French', (_, tenant) => {
    expect(frenchEase(sentencesOf(documentOf(tenant, 'fr')))).toBeGreaterThanOrEqual(60)
  })

  it('would fail if they read like a contract', () => {
    const legalese = [
      'Notwithstanding the aforementioned provisions the undersigned irrevocably authorises the communication of confidential financial information to affiliated organisations',
    ]
    expect(fleschKincaid(countsOf(legalese, syllable))).toBeGreaterThan(12)
    const french = [
      'Nonobstant les dispositions susmentionnées le soussigné autorise irrévocablement la communication de renseignements confidentiels aux organisations affiliées',
    ]
    expect(frenchEase(french)).toBeLessThan(40)
  })
})
