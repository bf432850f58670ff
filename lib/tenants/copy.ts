import { z } from 'zod'

/** The words that a tenant may put in place of ours, as keys of the catalogues. */
export const copyKeys = [
  'front.title',
  'front.lead',
  'steps.identity.lead',
  'steps.verify.lead',
  'steps.consent.lead',
  'steps.institution.lead',
  'steps.login.lead',
  'steps.mfa.lead',
  'steps.connecting.lead',
  'steps.accounts.lead',
  'done.finishedLead',
] as const
export type CopyKey = (typeof copyKeys)[number]

const words = z.partialRecord(z.enum(copyKeys), z.string().trim().min(1).max(300))

export const copySchema = z.object({ en: words, fr: words }).partial()

/** Plain words by language and key; what is missing is ours. */
export type Copy = z.output<typeof copySchema>

/** The tenant's own words for a place, or null where ours stand. */
export const ownWords = (
  brand: { readonly copy: Copy },
  language: 'en' | 'fr',
  key: CopyKey,
): string | null => brand.copy[language]?.[key] ?? null
