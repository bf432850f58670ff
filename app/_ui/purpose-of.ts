import type { Language, Translate } from '#lib/kit/i18n.ts'
import { ownWords } from '#lib/tenants/copy.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'

/** Who asks a person for what, in a sentence or two. */
export const purposeOf = (brand: PaintedBrand, language: Language, t: Translate): string =>
  ownWords(brand, language, 'front.lead') ?? t('front.lead', { tenant: brand.tenantName })
