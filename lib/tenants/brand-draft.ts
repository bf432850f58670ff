import { z } from 'zod'
import type { Brand } from './brand.ts'
import { type ColourField, colourFields } from './brand-colours.ts'
import { copyKeys } from './copy.ts'
import { proposeTheme } from './propose-theme.ts'

const typed = z.string().max(500)
const typedCopy = z.partialRecord(z.enum(copyKeys), typed)

/** A look as it is being typed: any field may still be empty or wrong. Bounded, for it is stored. */
export const brandDraftSchema = z.object({
  displayName: typed,
  logoPath: typed,
  darkLogoPath: typed,
  ...(Object.fromEntries(colourFields.map((name) => [name, typed])) as Record<ColourField, typeof typed>),
  cornerRadius: typed,
  font: typed,
  privacyUrl: typed,
  termsUrl: typed,
  complaintsUrl: typed,
  supportEmail: typed,
  supportPhone: typed,
  copy: z.object({ en: typedCopy, fr: typedCopy }),
})
export type BrandDraft = z.output<typeof brandDraftSchema>

export const draftOfBrand = (brand: Brand): BrandDraft => ({
  ...brand,
  logoPath: brand.logoPath ?? '',
  darkLogoPath: brand.darkLogoPath ?? '',
  cornerRadius: String(brand.cornerRadius),
  supportPhone: brand.supportPhone ?? '',
  copy: { en: brand.copy.en ?? {}, fr: brand.copy.fr ?? {} },
})

/** Where a tenant begins that has published nothing: a calm blue, and the addresses still to be given. */
export const firstBrandDraft = (displayName: string): BrandDraft => ({
  displayName,
  logoPath: '',
  darkLogoPath: '',
  ...proposeTheme('#27496d'),
  cornerRadius: '8',
  font: 'source-sans',
  privacyUrl: '',
  termsUrl: '',
  complaintsUrl: '',
  supportEmail: '',
  supportPhone: '',
  copy: { en: {}, fr: {} },
})

const withoutEmpty = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''))

const number = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The same as the schema of a look wants it. What is empty and may be is null; nothing is judged. */
export const brandInputOf = (draft: BrandDraft) => ({
  ...Object.fromEntries(colourFields.map((name) => [name, draft[name].trim()])),
  displayName: draft.displayName,
  logoPath: orNull(draft.logoPath),
  darkLogoPath: orNull(draft.darkLogoPath),
  cornerRadius: number(draft.cornerRadius),
  font: draft.font,
  privacyUrl: draft.privacyUrl.trim(),
  termsUrl: draft.termsUrl.trim(),
  complaintsUrl: draft.complaintsUrl.trim(),
  supportEmail: draft.supportEmail.trim(),
  supportPhone: orNull(draft.supportPhone),
  copy: { en: withoutEmpty(draft.copy.en), fr: withoutEmpty(draft.copy.fr) },
})
