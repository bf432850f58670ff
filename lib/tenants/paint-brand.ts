import { type Brand, brandSchema } from './brand.ts'
import type { ColourField } from './brand-colours.ts'
import { type Palette, paintTones, type ToneCorrection } from './paint-tones.ts'
import type { PaintedBrand } from './painted-brand.ts'

/** The colours of a look, `#rrggbb` each. */
export type BrandPaints = Pick<Brand, ColourField>

export type BrandCorrection = ToneCorrection & { readonly scheme: 'light' | 'dark' }

const lightOf = ({ primary, accent, surface, text }: BrandPaints): Palette => ({
  primary,
  accent,
  surface,
  text,
})

const darkOf = (brand: BrandPaints): Palette => ({
  primary: brand.darkPrimary,
  accent: brand.darkAccent,
  surface: brand.darkSurface,
  text: brand.darkText,
})

/** Which chosen colours fail and what will be painted instead; empty when all is painted as chosen (O5). */
export const correctionsOf = (brand: BrandPaints): BrandCorrection[] => [
  ...paintTones(lightOf(brand)).corrections.map((one) => ({ ...one, scheme: 'light' as const })),
  ...paintTones(darkOf(brand)).corrections.map((one) => ({ ...one, scheme: 'dark' as const })),
]

/** A stored version, ready to paint. Throws when the row is corrupt. */
export const paintBrand = (row: { readonly id: string }): PaintedBrand => {
  const brand = brandSchema.parse(row)
  return {
    id: row.id,
    tenantName: brand.displayName,
    logoPath: brand.logoPath,
    darkLogoPath: brand.darkLogoPath,
    light: paintTones(lightOf(brand)).tones,
    dark: paintTones(darkOf(brand)).tones,
    cornerRadius: brand.cornerRadius,
    font: brand.font,
    privacyUrl: brand.privacyUrl,
    termsUrl: brand.termsUrl,
    complaintsUrl: brand.complaintsUrl,
    supportEmail: brand.supportEmail,
    supportPhone: brand.supportPhone,
    copy: brand.copy,
  }
}
