import { type Brand, brandSchema } from './brand.ts'
import { brandColours, colourFields } from './brand-colours.ts'
import { type BrandDraft, brandInputOf } from './brand-draft.ts'
import type { Flaw, FlawCode } from './flaw.ts'
import { type BrandPaints, correctionsOf } from './paint-brand.ts'
import { pressureIn } from './pressure-words.ts'

const codes: Readonly<Record<Exclude<keyof Brand, 'copy'>, FlawCode>> = {
  displayName: 'too_long',
  logoPath: 'logo',
  darkLogoPath: 'logo',
  ...(Object.fromEntries(colourFields.map((name) => [name, 'colour'])) as Record<
    (typeof colourFields)[number],
    FlawCode
  >),
  cornerRadius: 'radius',
  font: 'font',
  privacyUrl: 'https_url',
  termsUrl: 'https_url',
  complaintsUrl: 'https_url',
  supportEmail: 'email',
  supportPhone: 'phone',
}

type PlainField = keyof typeof codes

const plainFields = Object.keys(codes) as PlainField[]

const inputOf = (draft: BrandDraft): Readonly<Record<string, unknown>> => brandInputOf(draft)

const flawOfField = (draft: BrandDraft, field: PlainField): Flaw[] => {
  if (brandSchema.shape[field].safeParse(inputOf(draft)[field]).success) return []
  const isMissing = draft[field].trim() === ''
  return [{ field, code: isMissing ? 'missing' : codes[field], values: { max: 80 } }]
}

/** The name of the control for a tenant's own words. */
export const copyField = (language: 'en' | 'fr', key: string): string => `copy.${language}.${key}`

const longestWords = 300

type Text = { readonly field: string; readonly text: string; readonly language: 'en' | 'fr' }

const flawsOfText = ({ field, text, language }: Text): Flaw[] => {
  if (text.trim().length > longestWords) return [{ field, code: 'too_long', values: { max: longestWords } }]
  const found = pressureIn(text, language)
  return found.length > 0 ? [{ field, code: 'pressure', values: { words: found.join(', ') } }] : []
}

const flawsOfCopy = (draft: BrandDraft, language: 'en' | 'fr'): Flaw[] =>
  Object.entries(draft.copy[language]).flatMap(([key, text]) =>
    flawsOfText({ field: copyField(language, key), text, language }),
  )

/** Null while one of them is no colour yet. */
const paintsOf = (draft: BrandDraft): BrandPaints | null => {
  const input = inputOf(draft)
  const parsed = colourFields.map(
    (name) => [name, brandSchema.shape[name].safeParse(input[name]).data] as const,
  )
  return parsed.every(([, hex]) => hex !== undefined) ? (Object.fromEntries(parsed) as BrandPaints) : null
}

/**
 * Colours that would be painted otherwise than chosen: what they measure, what they need, what passes (O5). Whatever else
 * is unfinished: whoever chooses colours is told at once.
 */
const flawsOfContrast = (draft: BrandDraft): Flaw[] => {
  const paints = paintsOf(draft)
  return (paints ? correctionsOf(paints) : []).map(({ scheme, token, ratio, needed, to }) => ({
    field: brandColours[scheme][token],
    code: 'contrast',
    values: { ratio: Math.floor(ratio * 100) / 100, needed, to },
  }))
}

/** All that stands in the way of publishing a look, in the order of its form; empty when nothing does. */
export const flawsOfBrand = (draft: BrandDraft): Flaw[] => {
  const flaws = [
    ...plainFields.flatMap((field) => flawOfField(draft, field)),
    ...flawsOfCopy(draft, 'en'),
    ...flawsOfCopy(draft, 'fr'),
    ...flawsOfContrast(draft),
  ]
  if (flaws.length > 0 || brandSchema.safeParse(inputOf(draft)).success) return flaws
  return [{ field: 'displayName', code: 'invalid' }]
}

/** The look with whatever is unfinished taken from `whole`, so that it can be shown while it is typed. */
export const presentableBrand = (draft: BrandDraft, whole: Brand): Brand => {
  const input = inputOf(draft)
  const fields = plainFields.map((field) => {
    const parsed = brandSchema.shape[field].safeParse(input[field])
    return [field, parsed.success ? parsed.data : whole[field]]
  })
  const copy = brandSchema.shape.copy.safeParse(input.copy)
  return { ...whole, ...Object.fromEntries(fields), copy: copy.success ? copy.data : whole.copy }
}
