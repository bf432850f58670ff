import { colourFields } from '#lib/tenants/brand-colours.ts'
import { type BrandDraft, brandDraftSchema } from '#lib/tenants/brand-draft.ts'
import { copyField } from '#lib/tenants/brand-flaws.ts'
import { copyKeys } from '#lib/tenants/copy.ts'

/** A form as it was sent: an absent field reads as the empty string. */
export type Sent = {
  readonly get: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

const longest = 500
const typed = (form: Sent, name: string): string => form.get(name).slice(0, longest)

/** Browsers send CRLF, and a text is what was typed without the space around it. */
const words = (form: Sent, name: string): string => typed(form, name).replaceAll('\r\n', '\n').trim()

const copyIn = (form: Sent, language: 'en' | 'fr') =>
  Object.fromEntries(
    copyKeys
      .map((key) => [key, words(form, copyField(language, key))] as const)
      .filter(([, text]) => text !== ''),
  )

const plain = [
  'displayName',
  'logoPath',
  'darkLogoPath',
  'cornerRadius',
  'font',
  'privacyUrl',
  'termsUrl',
  'complaintsUrl',
  'supportEmail',
  'supportPhone',
] as const

const links: readonly string[] = ['privacyUrl', 'termsUrl', 'complaintsUrl']

/** An address as people write it, `maple.example/privacy`, with the scheme that it must have anyway. */
const link = (text: string): string =>
  /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : text

/** The look that a form says, as it was typed. */
export const readBrandForm = (form: Sent): BrandDraft =>
  brandDraftSchema.parse({
    ...Object.fromEntries(
      plain.map((name) => [name, links.includes(name) ? link(words(form, name)) : words(form, name)]),
    ),
    ...Object.fromEntries(colourFields.map((name) => [name, words(form, name).toLowerCase()])),
    copy: { en: copyIn(form, 'en'), fr: copyIn(form, 'fr') },
  })
